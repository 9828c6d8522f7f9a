import fc from 'fast-check';
import { DAMAGES, NEEDS_SPANS } from './damage-page';
import { DISTURBANCES } from './disturb-layout';
import { anyTrial, goDamaged, goDisturbed, goRound, TRIAL_FORMATS, type Trial, type TrialFormat } from './round-trip';

const FORMATS = ['html', 'text', 'docx', 'xlsx', 'csv'];
const WRITTEN = TRIAL_FORMATS.filter(({ name }) => FORMATS.includes(name)).flatMap((format) =>
  format.layouts.map((layout) => [format.name, layout, format] as const),
);
const TRIALS = fc.sample(anyTrial, { seed: 2026, numRuns: 12 });
/** Packing a container takes longer than all the reading. */
const few = (format: TrialFormat): readonly Trial[] => (format.name === 'docx' || format.name === 'xlsx' ? TRIALS.slice(0, 2) : TRIALS);

/** Labels of groups missing or repeated, and a table cut without a header: what a reader may doubt, never misread. */
const isHard = ({ style: { tables } }: Trial): boolean =>
  tables.labels !== 'merged' && tables.breakAfter > 0 && tables.atBreak === 'table_without_header';

/** Sheets and lines of tabs fill up a row with blanks. */
const fillsUp = ({ grid }: TrialFormat, layout: string): boolean => grid === true || layout === 'tabs';

/** A row whose last cell alone is blank may have lost a cell where rows are filled up: there a doubt is right. */
const mayHaveLost = ({ report }: Trial): boolean => [...report.figures.values()].some(({ state }) => state === 'blank');

describe.each(WRITTEN)('%s, %s', (_, layout, format) => {
  it('reads every cell as it was printed, or doubts the cell', async () => {
    const misread: string[] = [];
    for (const [index, trial] of few(format).entries()) {
      const { verdict, differences } = await goRound(trial, format, layout);
      const allowed = isHard(trial) || (fillsUp(format, layout) && mayHaveLost(trial)) ? ['equal', 'doubted'] : ['equal'];
      if (!allowed.includes(verdict)) misread.push(`report ${index}: ${verdict}`, ...differences.slice(0, 3));
    }
    expect(misread).toEqual([]);
  });
});

describe.each(TRIAL_FORMATS.filter(({ name }) => FORMATS.includes(name)).map((format) => [format.name, format] as const))(
  '%s with a damaged table',
  (_, format) => {
    const layoutsOf = (damage: (typeof DAMAGES)[number]): readonly string[] =>
      format.layouts.filter((layout) => damage !== 'cell_lost' || !fillsUp(format, layout));
    const shown = DAMAGES.filter((damage) => (format.spans || !NEEDS_SPANS.includes(damage)) && layoutsOf(damage).length > 0);
    it.each(shown)('%s: what moved is never read in silence', async (damage) => {
      const silent: string[] = [];
      for (const [index, trial] of few(format)
        .slice(0, 2 * format.layouts.length)
        .entries()) {
        const layouts = layoutsOf(damage);
        const { judgement, differences } = await goDamaged(trial, format, layouts[index % layouts.length]!, damage);
        if (judgement === 'silent') silent.push(`report ${index}`, ...differences.slice(0, 3));
      }
      expect(silent).toEqual([]);
    });
  },
);

describe.each(TRIAL_FORMATS.filter(({ name }) => FORMATS.includes(name)).map((format) => [format.name, format] as const))(
  '%s with headings and labels that suffered',
  (_, format) => {
    it.each(DISTURBANCES)('%s: every figure is read right, or doubted and listed', async (disturbance) => {
      const trial = TRIALS[DISTURBANCES.indexOf(disturbance)]!;
      const { verdict, differences } = await goDisturbed(trial, format, format.layouts[0]!, disturbance);
      expect(verdict === 'wrong' ? differences : []).toEqual([]);
    });
  },
);
