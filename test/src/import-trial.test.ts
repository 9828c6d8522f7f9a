import { BROKEN, DOUBTFUL, makeTrial, runTrial } from './support/import-trial';

/** `nx run api:import-trial` takes 500 and says how long it took. */
const FILES = Number(process.env.GONGKAI_IMPORT_TRIAL ?? '40');
const SAID = process.env.GONGKAI_IMPORT_TRIAL !== undefined;

jest.setTimeout(600_000);

it(`an archive of ${FILES} files, killed in the middle and begun again, ends where one ends that was left alone`, async () => {
  const trial = makeTrial(FILES);
  const alone = await runTrial(trial, false);
  const killed = await runTrial(trial, true);

  const counts = { state: 'ended', total: FILES, kept: FILES - BROKEN - DOUBTFUL, refused: BROKEN, doubtful: DOUBTFUL };
  expect(alone.job).toMatchObject(counts);
  expect(killed.job).toMatchObject(counts);
  expect(killed.doneWhenKilled).toBeGreaterThan(FILES / 3);
  expect(killed.doneWhenKilled).toBeLessThan(FILES);
  expect(alone.named).toHaveLength(BROKEN + DOUBTFUL);
  expect(alone.named.filter((line) => line.includes('doubtful, 试验市第'))).toHaveLength(DOUBTFUL);
  expect(killed.named).toEqual(alone.named);
  expect(killed.tables).toEqual(alone.tables);
  if (SAID) process.stdout.write(`${JSON.stringify({ alone, killed: { ...killed, tables: undefined } }, null, 1)}\n`);
});
