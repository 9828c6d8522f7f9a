import { hash } from '@node-rs/argon2';
import { AccountsStore, callerOfAccount } from '../accounts/accounts.store';
import { NO_SCANNER } from '../receiving/scanner';
import { type Caller, SYSTEM } from '../database/caller';
import { createDataSource } from '../database/data-source';
import { Database } from '../database/database';
import { type DemoAccount, type DemoCity, type DemoFiling, type FilingAct, buildDemoCity } from '../demo';
import { NoticesStore } from '../notices/notices.store';
import { tellOutbox } from '../notices/tell-outbox';
import { OrganisationsStore } from '../organisations/organisations.store';
import { spell } from '../organisations/pinyin';
import { PlatformStore } from '../platform/platform.store';
import { Receiving } from '../receiving/receiving';
import { isRefusal } from '../requests/refusal';
import { DecisionsService } from '../submissions/decisions.service';
import { ReportsStore } from '../reports/reports.store';
import { SubmissionsService } from '../submissions/submissions.service';
import { demoDocument } from './demo-document';

/** Ids given to the keys of the demo city. */
interface Ids {
  readonly regions: Map<string, string>;
  readonly agencies: Map<string, string>;
  readonly callers: Map<string, Caller>;
}

/**
 * Writes the demo city into an empty database by the ways of the house: the registers by the registrar, every filing and decision by its own
 * account at its own moment, all of it or nothing. Returns the accounts to print. Refuses a database that holds a region already.
 */
export async function seedDemoCity(url: string): Promise<readonly DemoAccount[]> {
  const city = buildDemoCity();
  const dataSource = await createDataSource(url, 1).initialize();
  try {
    await new Database(dataSource).allOrNothing(async (database) => {
      if (!(await database.read(SYSTEM, { platform: PlatformStore }, ({ platform }) => platform.isEmpty())))
        throw new Error('the database is not empty: the demo city is only for an empty one');
      const ids = await writeRegisters(database, city);
      await replay(database, city, ids);
      await tellOutbox(database, {
        clock: () => new Date(),
        isOver: () => false,
        failed: (_, fault) => {
          throw fault;
        },
      });
      await readEarlierSeasons(database, city, [...ids.callers.values()]);
    });
    return city.accounts;
  } finally {
    await dataSource.destroy();
  }
}

/** Whoever works in the demo city has read what was told before this year's reports came in. */
async function readEarlierSeasons(database: Database, { filings }: DemoCity, callers: readonly Caller[]): Promise<void> {
  const season = new Date(`${Math.max(...filings.map(({ year }) => year)) + 1}-01-01T00:00:00+08:00`);
  for (const caller of callers) {
    if (caller.kind !== 'account') continue;
    await database.write(caller, { notices: NoticesStore }, async ({ notices }) => {
      const { total } = await notices.count(caller.accountId);
      const told = await notices.to(caller.accountId, { limit: total, offset: 0 });
      const earlier = told.filter(({ at }) => at < season).map(({ id }) => id);
      await notices.markRead(caller.accountId, earlier, season);
    });
  }
}

async function writeRegisters(database: Database, city: DemoCity): Promise<Ids> {
  const ids: Ids = { regions: new Map(), agencies: new Map(), callers: new Map() };
  const passwords = await hashes(city.accounts);
  await database.write(
    SYSTEM,
    { organisations: OrganisationsStore, reports: ReportsStore, accounts: AccountsStore, platform: PlatformStore },
    async ({ organisations, reports, accounts, platform }) => {
      await platform.declareDemo();
      for (const { key, parentKey, code, name, level, validFrom } of city.regions) {
        const parentId = parentKey === null ? null : idOf(ids.regions, parentKey);
        ids.regions.set(key, await organisations.addRegion({ parentId, code, name, ...spell(name), level, validFrom }));
      }
      for (const { key, regionKey, aliases, ...agency } of city.agencies) {
        const id = await organisations.addAgency({ regionId: idOf(ids.regions, regionKey), ...agency, ...spell(agency.name) });
        for (const alias of aliases) await organisations.addAlias(id, alias, spell(alias));
        ids.agencies.set(key, id);
      }
      for (const { kind, predecessorKey, successorKey, on, basis } of city.successions) {
        const [predecessorId, successorId] = [idOf(ids.agencies, predecessorKey), idOf(ids.agencies, successorKey)];
        await organisations.addSuccession({ predecessorId, successorId, kind, on, basis });
      }
      for (const { agencyKey, year, dueOn, obliged } of city.filings)
        await reports.oblige({ agencyId: idOf(ids.agencies, agencyKey), year, dueOn, obliged, origin: 'roster' });
      for (const { login, name, role, agencyKey, regionKey, password } of city.accounts) {
        const account = {
          login,
          name,
          role,
          agencyId: agencyKey === null ? null : idOf(ids.agencies, agencyKey),
          regionId: regionKey === null ? null : idOf(ids.regions, regionKey),
        };
        const id = await accounts.addAccount(account, passwords.get(password) ?? '');
        ids.callers.set(login, callerOfAccount({ id, disabled: false, ...account }));
      }
    },
  );
  return ids;
}

/** One hash a password: the demo accounts share theirs, and argon2 is slow by design. */
async function hashes(accounts: readonly DemoAccount[]): Promise<ReadonlyMap<string, string>> {
  const passwords = [...new Set(accounts.map((account) => account.password))];
  return new Map(await Promise.all(passwords.map(async (password) => [password, await hash(password)] as const)));
}

const ONE_READER = { threads: 1, megabytes: 512 };
const READING = { seconds: 60, lanes: { filing: ONE_READER, work: ONE_READER, public: ONE_READER } };

/** Every act in the order of time, with the clock standing at its moment. */
async function replay(database: Database, city: DemoCity, ids: Ids): Promise<void> {
  let now = new Date(0);
  const clock = (): Date => now;
  const desk: Desk = {
    city,
    ids,
    submissions: new SubmissionsService(database, new Receiving({ reading: READING, office: null }, NO_SCANNER), clock),
    decisions: new DecisionsService(database, clock),
    latest: new Map(),
  };
  const acts = city.filings.flatMap((filing) => filing.acts.map((act) => ({ filing, act })));
  acts.sort((a, b) => Date.parse(a.act.at) - Date.parse(b.act.at));
  for (const { filing, act } of acts) {
    now = new Date(act.at);
    await perform(desk, filing, act);
  }
}

interface Desk {
  readonly city: DemoCity;
  readonly ids: Ids;
  readonly submissions: SubmissionsService;
  readonly decisions: DecisionsService;
  /** The edition last filed for an agency's year. */
  readonly latest: Map<string, string>;
}

const STEPS = { accept: 'accepted', publish: 'published', return: 'returned' } as const;

async function perform(desk: Desk, filing: DemoFiling, act: FilingAct): Promise<void> {
  const caller = idOf(desk.ids.callers, act.byLogin);
  const key = `${filing.agencyKey} ${filing.year}`;
  if (act.act === 'submit') {
    const result = await desk.submissions.submit(caller, submissionOf(desk, filing, act));
    if (isRefusal(result)) throw new Error(`${key}: ${result.code} ${result.message.zh} ${JSON.stringify(result.findings.slice(0, 3))}`);
    desk.latest.set(key, result.edition.id);
    return;
  }
  const [why, comments] = act.act === 'return' ? [act.reason, act.comments] : [null, []];
  const result = await desk.decisions.decide(caller, { editionId: idOf(desk.latest, key), to: STEPS[act.act], why, comments });
  if (isRefusal(result)) throw new Error(`${key}: ${result.code} ${result.message.zh}`);
}

function submissionOf(
  desk: Desk,
  filing: DemoFiling,
  act: Extract<FilingAct, { readonly act: 'submit' }>,
): Parameters<SubmissionsService['submit']>[1] {
  const { report, explanations, reasonClass, reason } = act;
  const agency = desk.city.agencies.find((known) => known.key === filing.agencyKey);
  if (agency === undefined) throw new Error(`no agency ${filing.agencyKey}`);
  const addressee = { agencyId: idOf(desk.ids.agencies, filing.agencyKey), year: filing.year };
  const content =
    report.source === 'document'
      ? { file: fileOf(demoDocument(report, agency.name, filing.year), `${agency.name}${filing.year}年报.html`) }
      : { form: report.formS2, cells: report.cells, narrative: report.narrative };
  return { report: { ...addressee, ...content }, explanations, reasonClass, reason };
}

function fileOf(text: string, filename: string): { readonly filename: string; createReadStream(): AsyncIterable<Buffer> } {
  return {
    filename,
    async *createReadStream() {
      yield Buffer.from(text, 'utf8');
    },
  };
}

function idOf<Value>(ids: ReadonlyMap<string, Value>, key: string): Value {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`nothing is known as ${key}`);
  return id;
}
