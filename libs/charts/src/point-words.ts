import type { Language } from '@gongkai/model';
import { FORM_NAMES, type Comparability, type Coverage, type SeriesPoint } from '@gongkai/model';
import { hasFewCases, type ChartIndicator, type ChartInput } from './chart-input';
import { printExact, printWithUnit } from './print-figure';
import { wordsOf } from './words';

type Speaker = Pick<ChartInput, 'language' | 'counted'>;

/** A point's figure in words: value with unit and, of a share, what was divided; or which nothing it is. */
export function valueWords(point: SeriesPoint | null, indicator: ChartIndicator, { language }: Speaker): string {
  const words = wordsOf(language);
  if (point === null) return words.noFigure(words.noRow);
  if (point.value === null) return words.noFigure(point.noValue === null ? words.noRow : words.noValue[point.noValue]);
  const value = printWithUnit(point.value, indicator.unit, language);
  if (point.numerator === null || point.denominator === null) return value;
  const parts = [
    words.share(printExact(point.numerator), printExact(point.denominator)),
    ...(hasFewCases(point) ? fewWords(point, language) : []),
  ];
  return `${value} (${parts.join(words.comma)})`;
}

function fewWords({ interval }: SeriesPoint, language: Language): readonly string[] {
  const words = wordsOf(language);
  if (interval === null) return [words.fewCases];
  const [low, high] = [interval.low, interval.high].map((bound) => printWithUnit(bound, 'share', language));
  return [words.fewCases, words.interval(low ?? '', high ?? '')];
}

/** What was published first, since when it is another figure, and why; null where it is the same still. */
export function restatedWords(point: SeriesPoint, indicator: ChartIndicator, { language }: Speaker): string | null {
  if (point.restated === null) return null;
  const words = wordsOf(language);
  const { first, firstNumerator, firstDenominator, since, reasonClasses } = point.restated;
  const value = first === null ? words.noFigure(words.noValue.cells_blank) : printWithUnit(first, indicator.unit, language);
  const parts =
    firstNumerator === null || firstDenominator === null
      ? ''
      : ` (${words.share(printExact(firstNumerator), printExact(firstDenominator))})`;
  const reasons = reasonClasses.map((reason) => words.reasons[reason]).join(language === 'zh' ? '、' : ', ');
  return words.restatedFrom(value + parts, dayInChina(since), reasons);
}

/** The calendar day of a moment in China. */
function dayInChina(moment: string): string {
  return new Date(new Date(moment).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** What changed from the year before and among whom; null where there is no such figure, as where the years do not compare. */
export function changeWords(
  point: SeriesPoint,
  before: SeriesPoint | null,
  indicator: ChartIndicator,
  { language }: Speaker,
): string | null {
  const { change } = point;
  if (change === null || change.difference === null) return null;
  const words = wordsOf(language);
  const apart = before === null ? null : coverageApart(before, point);
  if (apart !== null) return words.apart(apart.before, apart.now);
  const signed = (text: string): string => (text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`);
  const isShare = indicator.unit === 'share';
  const difference = isShare
    ? words.points(signed((Number(change.difference) * 100).toFixed(2)))
    : signed(printWithUnit(change.difference, indicator.unit, language));
  const percent = isShare || change.relative === null ? null : signed(printWithUnit(change.relative, 'share', language));
  return words.changeBy(difference, percent) + words.over[change.over](change.countedBefore, change.countedNow);
}

/** Agencies counted of those expected, `31/54`, in the year before and now, where the two lie more than ten percentage points apart, too far to compare; null where they do not, or the change is over the agencies of both years. */
export function coverageApart(before: SeriesPoint, now: SeriesPoint): { readonly before: string; readonly now: string } | null {
  if (now.change?.over === 'constant') return null;
  const counted = ({ coverage }: SeriesPoint): number => coverage.reported - coverage.leftOut;
  const [was, is] = [before.coverage.expected, now.coverage.expected];
  // Reckoned in whole numbers.
  if (Math.abs(counted(before) * is - counted(now) * was) * 10 <= was * is) return null;
  return { before: `${counted(before)}/${was}`, now: `${counted(now)}/${is}` };
}

/** Who stands behind a point: `12/13 家已公布，1 家逾期，1 家未公布`. */
export function coverageWords(coverage: Coverage, { language, counted = 'published' }: Speaker): string {
  const words = wordsOf(language);
  if (coverage.expected === 0) return words.nobodyExpected;
  return [
    words.counted[counted](coverage.reported, coverage.expected),
    ...(coverage.late > 0 ? [words.late(coverage.late)] : []),
    ...(coverage.missing > 0 ? [words.missing[counted](coverage.missing)] : []),
    ...(coverage.leftOut > 0 ? [words.leftOut(coverage.leftOut)] : []),
  ].join(words.comma);
}

export function formWords(point: SeriesPoint, { language }: Speaker): string | null {
  return point.forms.length === 0 ? null : point.forms.map((form) => FORM_NAMES[form][language]).join(language === 'zh' ? '、' : ', ');
}

/** Whether a point may be held against the year before; null where nothing is to be said against it. */
export function comparabilityWords(comparability: Comparability | null, { language }: Speaker): string | null {
  if (comparability === null || comparability.verdict === 'same') return null;
  const words = wordsOf(language);
  const verdict = words.verdicts[comparability.verdict];
  return comparability.reason === null ? verdict : verdict + words.colon + words.against(comparability.reason[language]);
}

/** What happened in the year to the organisations behind the point, as far as its comparability does not say so already; null for nothing. */
export function organisationWords({ changes, comparability }: SeriesPoint, { language }: Speaker): string | null {
  const said = comparability?.reason?.[language] ?? '';
  const told = (changes ?? []).map(({ words }) => words[language]).filter((words) => !said.includes(words));
  return told.length === 0 ? null : told.join(wordsOf(language).semicolon);
}
