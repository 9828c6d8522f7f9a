import { readAttackOptions } from './attack-options';
import { attackTable, wrongsOf } from './attack-table';
import { attackNames } from './attacks';
import { idsTable } from './ids/ids-table';
import { tryIds } from './ids/try-ids';
import { runAttacks } from './run-attacks';

// nx run api:attack [--seconds 5] [--connections 4] [--only NAME] [--bare]
// nx run api:attack --ids 100000 [--seed 1]
async function run(): Promise<void> {
  const { seconds, connections, only, bare, ids, seed } = readAttackOptions(process.argv.slice(2));
  const say = (line: string): void => console.error(line);
  if (ids !== null) {
    const tried = await tryIds({ ids, seed, say });
    console.log(idsTable(tried));
    if (tried.leaks.length + tried.faults.length > 0) process.exitCode = 1;
    return;
  }
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
