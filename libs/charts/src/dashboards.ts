import type { Words } from '@gongkai/model';
import type { OutcomesInput } from './outcomes-option';
import type { RemediesInput } from './remedies-option';
import type { TrendPanel } from './trend-panels';

type Dashboards = {
  readonly disclosure: { readonly indicators: readonly string[]; readonly panels: readonly TrendPanel[] };
  readonly outcomes: { readonly indicators: readonly string[] } & Pick<OutcomesInput, 'outcomes' | 'rate'>;
  readonly remedies: { readonly indicators: readonly string[] } & Pick<RemediesInput, 'results' | 'stacks'>;
};

const bars = (code: string): TrendPanel => ({ title: null, bars: [code], lines: [] });
const lines = (code: string): TrendPanel => ({ title: null, bars: [], lines: [code] });

const PANELS: readonly TrendPanel[] = [
  bars('normative_issued'),
  lines('normative_in_force'),
  bars('decisions_licensing'),
  bars('decisions_penalty'),
  bars('decisions_compulsion'),
  bars('fees'),
];

const OUTCOMES: readonly string[] = ['granted', 'partially_granted', 'denied', 'unable', 'not_processed', 'other'];
const RATE = 'disclosure_rate';

const RESULTS: readonly (readonly [code: string, title: Words])[] = [
  ['upheld', { zh: '结果维持', en: 'Upheld' }],
  ['corrected', { zh: '结果纠正', en: 'Corrected' }],
  ['other', { zh: '其他结果', en: 'Other result' }],
  ['pending', { zh: '尚未审结', en: 'Pending' }],
];
const resultsOf = (remedy: string): readonly string[] => RESULTS.map(([code]) => `${remedy}_${code}`);

/** The three pictures of a place: which indicators to ask for, by the catalogue's codes, and how they are put together. */
export const DASHBOARDS: Dashboards = {
  disclosure: { indicators: PANELS.flatMap((panel) => [...panel.bars, ...panel.lines]), panels: PANELS },
  outcomes: { indicators: [...OUTCOMES, RATE], outcomes: OUTCOMES, rate: RATE },
  remedies: {
    indicators: [...resultsOf('review'), ...resultsOf('litigation')],
    results: RESULTS.map(([, title]) => title),
    stacks: [
      { title: { zh: '复议', en: 'Review' }, indicators: resultsOf('review') },
      { title: { zh: '诉讼', en: 'Suits' }, indicators: resultsOf('litigation') },
    ],
  },
};
