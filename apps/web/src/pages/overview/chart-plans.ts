import { FORMS, indicatorOf } from '@gongkai/catalogue';
import type { TrendPanel } from '@gongkai/charts';
import type { Words } from '@gongkai/model';

/** Panels of proactive disclosure: documents together, decisions apart because their sizes differ by orders. */
export function proactivePanels(documents: string): readonly TrendPanel[] {
  return [
    { title: { zh: documents, en: documents }, bars: ['normative_issued', 'normative_repealed'], lines: ['normative_in_force'] },
    ...['decisions_licensing', 'decisions_penalty', 'decisions_compulsion', 'fees', 'regulations_issued'].map((code) => ({
      title: null,
      bars: [code],
      lines: [],
    })),
  ];
}

export const PROACTIVE: readonly string[] = [
  'normative_issued',
  'normative_repealed',
  'normative_in_force',
  'decisions_licensing',
  'decisions_penalty',
  'decisions_compulsion',
  'fees',
  'regulations_issued',
];
export const OUTCOMES: readonly string[] = ['granted', 'partially_granted', 'denied', 'unable', 'not_processed', 'other'];
export const RATE = 'disclosure_rate';
const RESULTS: readonly string[] = ['upheld', 'corrected', 'other', 'pending'];
export const REMEDIES: readonly { readonly of: 'review' | 'litigation'; readonly indicators: readonly string[] }[] = [
  { of: 'review', indicators: RESULTS.map((result) => `review_${result}`) },
  { of: 'litigation', indicators: RESULTS.map((result) => `litigation_${result}`) },
];
export const KEY_FIGURES: readonly string[] = [
  'new_received',
  'total_processed',
  'disclosure_rate',
  'denial_rate',
  'review_total',
  'litigation_total',
  'normative_in_force',
  'decisions_penalty',
];

/** Everything the page draws of one place, asked for at once. */
export const ALL_CODES: readonly string[] = [
  ...new Set([...KEY_FIGURES, ...PROACTIVE, ...OUTCOMES, RATE, ...REMEDIES.flatMap(({ indicators }) => indicators)]),
];

/** The results of review and litigation in the form's own words. */
export function resultWords(): readonly Words[] {
  const columns = FORMS.at(-1)?.grids.find(({ section }) => section === 's4')?.columns ?? [];
  return columns.filter(({ code }) => RESULTS.includes(code)).map(({ label }) => label);
}

export const indicatorsOf = (codes: readonly string[]): readonly ReturnType<typeof indicatorOf>[] => codes.map(indicatorOf);
