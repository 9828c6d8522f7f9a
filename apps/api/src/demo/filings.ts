import { dueOn } from '@gongkai/catalogue';
import { cityFigures } from './city-figures';
import type { DemoAgency, DemoExplanation, DemoFiling, FilingAct } from './demo-city';
import { calendarOf, type FilingCalendar } from './filing-calendar';
import { amountOf, withAmounts, type DemoFigures } from './figures';
import { AGENCIES, existsAtEndOf, LAST_YEAR, liesIn, REGIONS, YEARS } from './places';
import { printedReport } from './printed-report';
import { AMENDED, DOUBTED, MISSING, RETURNED_OPEN, RETYPED, UNFINISHED, VOLUNTARY } from './troubles';

/** Every agency and year with what was filed, in the order of the agencies and years. */
export function filingsOf(): readonly DemoFiling[] {
  const figures = cityFigures();
  return AGENCIES.flatMap((agency) =>
    YEARS.filter((year) => existsAtEndOf(agency, year)).map((year): DemoFiling => {
      const own = figures.get(agency.key)?.get(year);
      if (!own) throw new RangeError(`the demo city has no figures for ${agency.key} in ${year}`);
      return {
        agencyKey: agency.key,
        year,
        dueOn: dueOn(agency.kind, levelOf(agency), year),
        obliged: agency.kind !== 'PUBLIC_INSTITUTION',
        acts: isMissing(agency, year) ? [] : actsOf({ agency, year, figures: own, calendar: calendarOf(agency, year) }),
      };
    }),
  );
}

interface Case {
  readonly agency: DemoAgency;
  readonly year: number;
  readonly figures: DemoFigures;
  readonly calendar: FilingCalendar;
}

function isMissing({ key }: DemoAgency, year: number): boolean {
  if (key === VOLUNTARY.agencyKey) return year < VOLUNTARY.from;
  return MISSING[key]?.includes(year) ?? false;
}

function actsOf(filing: Case): readonly FilingAct[] {
  const { agency, year } = filing;
  const is = (trouble: { readonly agencyKey: string; readonly year: number }): boolean =>
    trouble.agencyKey === agency.key && trouble.year === year;
  if (is(RETURNED_OPEN)) return returnedActs(filing);
  if (is(AMENDED)) return amendedActs(filing);
  const doubted = DOUBTED.find(is);
  if (doubted) return doubtedActs(filing, doubted);
  return [submitAct(filing), ...decisions(filing)];
}

/** Accepted and published, but for the reports of the last year that have not come so far. */
function decisions({ agency, year, calendar }: Case): readonly FilingAct[] {
  if (year === LAST_YEAR && UNFINISHED.submitted.includes(agency.key)) return [];
  const accepted: FilingAct = { act: 'accept', at: calendar.accepted, byLogin: calendar.reviewer };
  if (year === LAST_YEAR && UNFINISHED.accepted.includes(agency.key)) return [accepted];
  return [accepted, { act: 'publish', at: calendar.published, byLogin: calendar.publisher }];
}

function submitAct({ agency, year, figures, calendar }: Case, at = calendar.submitted): Extract<FilingAct, { act: 'submit' }> {
  return {
    act: 'submit',
    at,
    byLogin: calendar.filer,
    report: printedReport(agency, year, figures),
    explanations: explanationsOf(agency, year),
    reasonClass: null,
    reason: null,
  };
}

function returnedActs(filing: Case): readonly FilingAct[] {
  const { returned, reviewer } = filing.calendar;
  const comments = [{ cell: RETURNED_OPEN.cell, text: RETURNED_OPEN.comment }];
  return [submitAct(filing), { act: 'return', at: returned, byLogin: reviewer, reason: RETURNED_OPEN.reason, comments }];
}

/** First with the doubted figure and returned, then with the right one. */
function doubtedActs(filing: Case, { cell, factor, reason, comment }: (typeof DOUBTED)[number]): readonly FilingAct[] {
  const { figures, calendar } = filing;
  const wrong = withAmounts(figures, new Map([[cell, amountOf(figures, cell) * factor]]));
  return [
    submitAct({ ...filing, figures: wrong }),
    { act: 'return', at: calendar.returned, byLogin: calendar.reviewer, reason, comments: [{ cell, text: comment }] },
    submitAct(filing, calendar.resubmitted),
    ...decisions(filing),
  ];
}

/** Published with two cells swapped, then amended. */
function amendedActs(filing: Case): readonly FilingAct[] {
  const { figures, calendar } = filing;
  const [one, other] = AMENDED.swapped;
  const swapped = new Map([
    [one, amountOf(figures, other)],
    [other, amountOf(figures, one)],
  ]);
  return [
    submitAct({ ...filing, figures: withAmounts(figures, swapped) }),
    ...decisions(filing),
    { ...submitAct(filing, calendar.amended), reasonClass: 'correction', reason: AMENDED.reason },
    { act: 'accept', at: calendar.amendmentAccepted, byLogin: calendar.reviewer },
    { act: 'publish', at: calendar.amendmentPublished, byLogin: calendar.publisher },
  ];
}

/** The retyped applicant shows in the report of the agency and in every combined one above it: one cause, explained once, under its first cell. */
function explanationsOf({ key, kind, regionKey }: DemoAgency, year: number): readonly DemoExplanation[] {
  if (year !== RETYPED.year) return [];
  const place = AGENCIES.find((agency) => agency.key === RETYPED.agencyKey)?.regionKey;
  const isAbove = kind === 'GOVERNMENT' && place !== undefined && liesIn(place, regionKey);
  if (key !== RETYPED.agencyKey && !isAbove) return [];
  const text = isAbove ? RETYPED.combinedText : RETYPED.text;
  return RETYPED.cells.slice(0, 1).map((cell) => ({ code: RETYPED.code, cell, text }));
}

function levelOf({ regionKey, key }: DemoAgency): (typeof REGIONS)[number]['level'] {
  const region = REGIONS.find((one) => one.key === regionKey);
  if (!region) throw new RangeError(`${key} lies in no region`);
  return region.level;
}
