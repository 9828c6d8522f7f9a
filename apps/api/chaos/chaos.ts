import { runChaos } from './run-chaos';

// nx run api:chaos [--agencies 200] [--turns 24] [--seed 1]
function numberOption(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

async function run(): Promise<void> {
  const figures = await runChaos({
    agencies: numberOption('agencies', 200),
    turns: numberOption('turns', 24),
    seed: numberOption('seed', 1),
    say: (line) => console.error(line),
  });
  const { disturbances, ...rest } = figures;
  for (const [name, value] of Object.entries(rest)) console.log(name.padEnd(18), JSON.stringify(value));
  const { missing, twice, torn, untold, misdated, notImported, auditBroken, rollupsDiffer } = figures;
  const wrong = [missing, twice, torn, untold, misdated, notImported].some((names) => names.length > 0);
  const lost = wrong || auditBroken !== null || rollupsDiffer !== null || figures.imported !== figures.files;
  console.log(
    `${disturbances.length} disturbances:`,
    lost ? 'SOMETHING WAS LOST' : 'nothing was lost, nothing came twice, nothing was left untold',
  );
  if (lost || figures.acknowledged !== figures.filings || figures.editions !== figures.filings) process.exitCode = 1;
}

void run();
