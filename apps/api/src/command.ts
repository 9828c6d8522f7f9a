import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { makeFirstAdministrator } from './accounts/first-administrator';
import { verifyAudit } from './audit/verify-audit';
import { withFiles } from './config';
import { restoreDump } from './database/dump/restore-dump';
import { writeDump } from './database/dump/write-dump';
import { migrate } from './database/migrate';
import { rebuildRollups } from './database/rebuild-rollups';
import { rebuildSectionTexts } from './database/rebuild-section-texts';
import { verifyRollups } from './indicators/verify-rollups';
import { isUntouched } from './platform/is-untouched';
import { proveDump } from './record/prove-dump';
import { proveRecord } from './record/prove-record';
import { isProved } from './record/verify-record';
import { sectionTextsOf } from './reports/section-texts';
import { seedDemoCity } from './seed/seed-demo-city';
import { seedSyntheticCountry } from './synthetic/seed-synthetic-country';

/** What needs the database and no server: `node dist/command.js NAME …`, with DATABASE_URL set. Each prints one line of JSON. */
const COMMANDS: Readonly<Record<string, (url: string, words: readonly string[]) => Promise<unknown>>> = {
  migrate,
  /** The demo city; `seed synthetic REPORTS [SEED]` a country of that many reports, for measuring. */
  seed: async (url, [what, reports, seed]) => {
    if (what === 'synthetic') return { reports: await seedSyntheticCountry(url, Number(reports), seed ?? 'gongkai') };
    const accounts = await seedDemoCity(url);
    return {
      accounts: accounts.filter((account) => account.featured).map(({ login, password, role, name }) => ({ login, password, role, name })),
    };
  },
  /** `init LOGIN NAME`, the password being the first line of standard input. */
  init: async (url, [login = '', name = '']) => {
    await makeFirstAdministrator(url, { login, name, password: readFileSync(0, 'utf8').split(/\r?\n/)[0] ?? '' });
    return { login };
  },
  /** Whether nobody has begun here: neither a region nor an account. */
  state: async (url) => ({ empty: await isUntouched(url) }),
  /**
   * `verify record [--anchor FILE] [--from PLACE]`, `verify audit [SEQUENCE:SHA256]` or `verify rollups`: exit code 1 where something kept is not as
   * it was, the trail is broken, or a sum is not what the editions give.
   */
  verify: async (url, [what, ...words]) => {
    if (what === 'record') {
      const [anchor, from] = [wordAfter('--anchor', words), wordAfter('--from', words)];
      const verdict = await proveRecord(url, { from, anchorFile: anchor === null ? null : path.resolve(anchor) });
      return failing(verdict, (each) => !isProved(each));
    }
    if (what === 'audit') return failing(await verifyAudit(url, words[0] ?? null), ({ broken }) => broken !== null);
    if (what === 'rollups') return failing(await verifyRollups(url), ({ differs }) => differs !== null);
    throw new Error('verify what? record, audit, rollups');
  },
  /** `rebuild rollups`: every sum and standing anew from the events; `rebuild texts`: what texts are compared by, from the editions. */
  rebuild: async (url, [what]) => {
    if (what === 'texts') return rebuildSectionTexts(url, sectionTextsOf);
    if (what !== 'rollups') throw new Error('rebuild what? rollups, texts');
    return rebuildRollups(url);
  },
  /** `dump FILE [--unproved]`: everything as of one moment; what verify record would name only where it is asked for. */
  dump: (url, [file, ...words]) => writeDump(url, fileIn(file), { unproved: words.includes('--unproved'), prove: proveDump }),
  /** `restore FILE`: into an empty database, which is brought up to date then and proved; exit code 1 where the dump held what verify would name. */
  restore: async (url, [file]) => {
    const restored = await restoreDump(url, fileIn(file));
    const { migrations } = await migrate(url);
    const record = await proveRecord(url, { from: null, anchorFile: null });
    const proved = { ...restored, migrations, audit: await verifyAudit(url, null), record, rollups: await verifyRollups(url) };
    return failing(proved, ({ audit, rollups }) => audit.broken !== null || rollups.differs !== null || !isProved(record));
  },
};

function fileIn(word: string | undefined): string {
  if (word === undefined) throw new Error('say which file');
  return path.resolve(word);
}

function wordAfter(flag: string, words: readonly string[]): string | null {
  const at = words.indexOf(flag);
  if (at === -1) return null;
  const word = words[at + 1];
  if (word === undefined) throw new Error(`say what follows ${flag}`);
  return word;
}

function failing<Verdict>(verdict: Verdict, isBad: (verdict: Verdict) => boolean): Verdict {
  if (isBad(verdict)) process.exitCode = 1;
  return verdict;
}

async function run([name, ...words]: readonly string[], url: string | undefined): Promise<void> {
  const command = name === undefined ? undefined : COMMANDS[name];
  if (command === undefined) throw new Error(`say one of: ${Object.keys(COMMANDS).join(', ')}`);
  if (url === undefined) throw new Error('DATABASE_URL is not set');
  console.log(JSON.stringify(await command(url, words)));
}

run(process.argv.slice(2), withFiles(process.env).DATABASE_URL).catch((fault: unknown) => {
  console.error(!(fault instanceof Error) ? fault : fault.name === 'Trouble' ? fault.message : fault.stack);
  process.exit(1);
});
