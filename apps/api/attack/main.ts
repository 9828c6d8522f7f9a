import { readAttackOptions } from './attack-options';
import { attackTable, wrongsOf } from './attack-table';
import { attackNames } from './attacks';
import { runAttacks } from './run-attacks';

// nx run api:attack [--seconds 5] [--connections 4] [--only NAME] [--bare]
async function run(): Promise<void> {
  const { seconds, connections, only, bare } = readAttackOptions(process.argv.slice(2));
  const say = (line: string): void => console.error(line);
  const figures = await runAttacks({
    attacks: attackNames().filter((name) => only === null || name.includes(only)),
    seconds,
    connections,
    agencies: 200,
    seeded: !bare,
    say,
  });
  console.log(attackTable(figures));
  const wrongs = wrongsOf(figures);
  console.log(wrongs.length === 0 ? 'nobody was stopped' : wrongs.join('\n'));
  if (wrongs.length > 0) process.exitCode = 1;
}

run().catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
