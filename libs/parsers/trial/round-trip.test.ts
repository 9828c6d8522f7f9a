import fc from 'fast-check';
import { anyTrial, goRound, TRIAL_FORMATS, type Trial } from './round-trip';

const FORMATS = ['html', 'text'];
const WRITTEN = TRIAL_FORMATS.filter(({ name }) => FORMATS.includes(name)).flatMap((format) =>
  format.layouts.map((layout) => [format.name, layout, format] as const),
);
const TRIALS = fc.sample(anyTrial, { seed: 2026, numRuns: 40 });

/** Labels of groups missing or repeated, and a table cut without a header: what a reader may doubt, never misread. */
const isHard = ({ style: { tables } }: Trial): boolean =>
  tables.labels !== 'merged' && tables.breakAfter > 0 && tables.atBreak === 'table_without_header';

describe.each(WRITTEN)('%s, %s', (_, layout, format) => {
  it('reads every cell as it was printed, or doubts the cell', async () => {
    const misread: string[] = [];
    for (const [index, trial] of TRIALS.entries()) {
      const { verdict, differences } = await goRound(trial, format, layout);
      const allowed = isHard(trial) ? ['equal', 'doubted'] : ['equal'];
      if (!allowed.includes(verdict)) misread.push(`report ${index}: ${verdict}`, ...differences.slice(0, 3));
    }
    expect(misread).toEqual([]);
  });
});
