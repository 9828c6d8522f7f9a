import { compareReport } from './compare-report';
import { trialPageOf, readBack, TRIAL_FORMATS } from './round-trip';
import { trialOf, TROUBLES } from './troubles';

const FORMATS = ['html', 'text', 'docx', 'xlsx', 'csv'];
const COMBINATIONS = TRIAL_FORMATS.filter(({ name }) => FORMATS.includes(name)).flatMap((format) =>
  TROUBLES.filter(({ without }) => without?.[format.name] === undefined).map(
    (trouble) => [format.name, trouble.trouble, format, trouble] as const,
  ),
);

// PDF and .doc carry the same troubles in test/reports, whose files hold them as programs write them.
describe('every form of trouble in every format that can carry it', () => {
  it.each(COMBINATIONS)('%s: %s', async (_name, _trouble, format, trouble) => {
    const trial = trialOf(trouble);
    const page = trouble.page ? trouble.page(trialPageOf(trial, format)) : trialPageOf(trial, format);
    const read: string[] = [];
    // Packing a container takes longer than all the reading: one layout for each trouble in turn.
    const turn = TROUBLES.indexOf(trouble) % format.layouts.length;
    const layouts = format.name === 'docx' || format.name === 'xlsx' ? format.layouts.slice(turn, turn + 1) : format.layouts;
    for (const layout of layouts) {
      const { differences } = compareReport(trial.report, await readBack(await format.write(page, layout, trial.seed)));
      const untrue = differences.filter((one) => one.startsWith('wrong') || !trouble.foreign || !one.includes(trouble.foreign));
      read.push(...untrue.map((one) => `${layout}: ${one}`));
    }
    expect(read).toEqual([]);
  });
});
