import type { Doubt, NarrativeSection, Reading, Report } from '@gongkai/model';
import type { ParseOutcome } from '@gongkai/parsers';
import type { TrialFigure, TrialReport } from './trial-report';

/** What became of a report that was written and read back. */
export type TrialVerdict = 'equal' | 'refused' | 'doubted' | 'wrong';

export interface Comparison {
  readonly verdict: TrialVerdict;
  /** What differs, in words for whoever looks into it. */
  readonly differences: readonly string[];
}

/**
 * `equal`: every cell reads as it was printed and nothing false is said. `doubted`: something differs and the reader says so of that very
 * cell or of its whole section, or the reader doubts what was right. `wrong`: a cell differs and nothing is said, the worst there is.
 *
 * What may differ: white space around a figure, in a workbook that holds numbers the way a number is printed, and what `rawOf` makes alike.
 */
export function compareReport(report: TrialReport, outcome: ParseOutcome, rawOf = plain): Comparison {
  if (!outcome.ok) return { verdict: 'refused', differences: [outcome.refusal.code] };
  const read = outcome.report;
  const readings = new Map(read.readings.map((reading) => [reading.cell, reading]));
  const wrong: string[] = [];
  const doubted: string[] = [];
  for (const [cell, figure] of report.figures) {
    const reading = readings.get(cell);
    if (reading && isSame(figure, reading, rawOf)) continue;
    const said = `${cell}: printed ${showPrinted(figure)}, read ${reading ? showPrinted(reading) : 'nothing'}`;
    (isDoubted(cell, reading, read.doubts) ? doubted : wrong).push(said);
  }
  const strangers = read.readings.filter(({ cell, state }) => !report.figures.has(cell) && state !== 'not_found');
  for (const reading of strangers) (isDoubted(reading.cell, undefined, read.doubts) ? doubted : wrong).push(`${reading.cell}: not printed`);
  wrong.push(...frontDifferences(report, read));
  for (const [section, said] of narrativeDifferences(report, read)) {
    const isMissed = read.doubts.some((doubt) => doubt.code === 'section_missing' && doubt.section === section);
    (isMissed ? doubted : wrong).push(said);
  }
  doubted.push(...falseDoubts(report, read));
  const verdict = wrong.length > 0 ? 'wrong' : doubted.length > 0 ? 'doubted' : 'equal';
  return { verdict, differences: [...wrong.map((one) => `wrong ${one}`), ...doubted] };
}

export function isSame(figure: TrialFigure, reading: Reading, rawOf = plain): boolean {
  if (reading.state !== figure.state) return false;
  if (reading.state === 'number' && (reading.amount !== figure.amount || reading.unit !== figure.unit)) return false;
  return rawOf(reading.note ?? '') === rawOf(figure.note ?? '') && rawOf(reading.raw) === rawOf(figure.raw);
}

function plain(raw: string): string {
  return raw.replace(/\s+/g, ' ').trim();
}

/** A doubt about the very cell, a reading that is less than exact, or a section that was not recognised at all. */
export function isDoubted(cell: string, reading: Reading | undefined, doubts: readonly Doubt[]): boolean {
  if (doubts.some((doubt) => doubt.cell === cell)) return true;
  if (reading && reading.state !== 'not_found') return reading.confidence !== 'exact';
  const whole = doubts.filter(({ code }) => code === 'section_missing' || code === 'section_unread' || code === 'form_unrecognised');
  return whole.some(({ section }) => section === cell.split('/')[0]);
}

function frontDifferences(report: TrialReport, read: Report): readonly string[] {
  const { title, year, agencyName, signedOn } = read;
  const differences = [
    ['title', report.title, title],
    ['year', report.year, year],
    ['agency', report.agencyName, agencyName],
    ['signed', report.signedOn, signedOn],
  ] as const;
  return differences.filter(([, printed, found]) => printed !== found).map(([what, printed, found]) => `${what}: ${printed} read ${found}`);
}

function narrativeDifferences(report: TrialReport, read: Report): readonly (readonly [NarrativeSection, string])[] {
  return (['s1', 's5', 's6'] as const).flatMap((section) => {
    const printed = report.narrative[section].join('\n');
    const found = read.narrative.find((one) => one.section === section)?.text ?? null;
    return printed === found ? [] : [[section, `${section}: ${printed} read ${found}`] as const];
  });
}

/** Doubts about what was printed plainly, and figures of tables called left over. */
function falseDoubts(report: TrialReport, read: Report): readonly string[] {
  const isTrue = ({ cell, code }: Doubt): boolean => cell !== null && report.figures.get(cell)?.doubt === code;
  const residue = read.residue.filter(({ section }) => section === 's2' || section === 's3' || section === 's4');
  return [
    ...read.doubts.filter((doubt) => !isTrue(doubt)).map(({ code, cell, section, text }) => `doubt ${code} ${cell ?? section} ${text}`),
    ...residue.map(({ raw, context }) => `residue ${raw} in ${context}`),
  ];
}

export function showPrinted({ raw, state, ...rest }: TrialFigure | Reading): string {
  return `${JSON.stringify(raw)} (${state}${'amount' in rest && rest.amount !== null ? ` ${rest.amount} ${rest.unit}` : ''})`;
}
