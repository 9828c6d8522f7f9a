import { runChaos } from './run-chaos';

// nx run api:chaos [--agencies 200] [--kills 20]
function numberOption(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

async function run(): Promise<void> {
  const figures = await runChaos({
    agencies: numberOption('agencies', 200),
    kills: numberOption('kills', 20),
    say: (line) => console.error(line),
  });
  for (const [name, value] of Object.entries(figures)) console.log(name.padEnd(18), JSON.stringify(value));
  const { missing, twice, torn, untold, auditBroken, rollupsDiffer } = figures;
  const lost = missing.length + twice.length + torn.length + untold.length > 0 || auditBroken !== null || rollupsDiffer !== null;
  console.log(lost ? 'SOMETHING WAS LOST' : 'nothing was lost, nothing came twice');
  if (lost || figures.acknowledged !== figures.filings || figures.editions !== figures.filings) process.exitCode = 1;
}

void run();
