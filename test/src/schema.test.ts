import { typeDefinitions } from '@gongkai/contract';
import { buildSchema, getIntrospectionQuery, type GraphQLObjectType } from 'graphql';
import { describeSchema } from './support/describe-schema';
import { type FreshDatabase, freshDatabase } from './support/fresh-database';
import { type RunningServer, startServer } from './support/running-server';

describe('the database', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('equals the committed snapshot after all migrations', async () => {
    expect(await describeSchema(database.owner)).toMatchSnapshot();
  });

  it('would not equal it after any change (canary)', async () => {
    const before = await describeSchema(database.owner);
    await database.owner.query('ALTER TABLE reports ALTER COLUMN obliged DROP NOT NULL');
    expect(await describeSchema(database.owner)).not.toBe(before);
  });

  it('puts every table under row-level security', async () => {
    const { rows } = await database.owner.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relrowsecurity AND relname <> 'migrations'`,
    );
    expect(rows).toEqual([]);
  });

  it('gives the role of the app nothing to own and no way round the policies', async () => {
    const { rows } = await database.owner.query(
      `SELECT rolsuper, rolbypassrls, rolcanlogin, rolcreaterole FROM pg_roles WHERE rolname = 'gongkai_app'`,
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false }]);
    const owned = await database.owner.query(`SELECT relname FROM pg_class WHERE relowner = 'gongkai_app'::regrole`);
    expect(owned.rows).toEqual([]);
  });
});

describe('the api', () => {
  let database: FreshDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database.url);
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  it('has every root field of the contract and answers each with data or a refusal, never with a missing resolver', async () => {
    const schema = buildSchema(typeDefinitions);
    const { result } = await server.ask<{ __schema: { types: { name: string; fields: { name: string }[] | null }[] } }>(
      getIntrospectionQuery(),
    );
    for (const root of [schema.getQueryType(), schema.getMutationType()] as GraphQLObjectType[]) {
      const served = result.__schema.types.find((type) => type.name === root.name)!.fields!.map((field) => field.name);
      expect(served.sort()).toEqual(Object.keys(root.getFields()).sort());
    }
    for (const query of ROOT_FIELDS) {
      const { result: data, errors } = await server.ask<Record<string, unknown>>(query);
      expect([query, errors]).toEqual([query, undefined]);
      expect(Object.values(data)).not.toContain(undefined);
    }
    const asked = ROOT_FIELDS.map((query) => /[({] ?(\w+)/.exec(query.replace('mutation', ''))![1]);
    const all = [schema.getQueryType()!, schema.getMutationType()!].flatMap((root) => Object.keys(root.getFields()));
    expect(asked.sort()).toEqual(all.sort());
  });

  it('refuses a change without the header that other sites cannot send, and operations nested without end', async () => {
    const simple = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"mutation { logOut }"}',
    });
    expect(simple.status).toBeGreaterThanOrEqual(400);
    const deep = `{ rootRegions ${'{ children '.repeat(30)}{ id }${' }'.repeat(30)} }`;
    const { errors } = await server.ask(deep);
    expect(errors![0]!.message).toContain('levels deep');
  });

  it('refuses what would cost too much before a resolver runs, and soon', async () => {
    const aliases = `{ ${Array.from({ length: 300 }, (_, at) => `a${at}: reports(filter: {}, first: 200) { total }`).join(' ')} }`;
    expect((await server.ask(aliases)).errors![0]!.message).toContain('at its root');
    const bomb = Array.from({ length: 40 }, (_, at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`).join(' ');
    const { errors } = await server.ask(`{ ...f0 } ${bomb} fragment f40 on Query { platform { demo } }`);
    expect(errors![0]!.message).toContain('fields');
  });

  it('answers live and ready', async () => {
    expect((await fetch(`${server.address}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${server.address}/health/ready`)).json()).toMatchObject({ status: 'ok' });
  });
});

/** One question for each root field. */
const REFUSED = '{ __typename ... on Refusal { code } }';
const ROOT_FIELDS = [
  '{ platform { demo } }',
  '{ audit { total } }',
  '{ notices { total } }',
  'mutation { markNoticesRead(ids: []) { __typename } }',
  '{ tokens { id } }',
  '{ accounts { total } }',
  'mutation { changePassword(oldPassword: "x", newPassword: "x") { __typename } }',
  'mutation { createToken(name: "x", scope: read, days: 1) { __typename } }',
  'mutation { saveRegisters(input: {}) { __typename } }',
  'mutation { importRegister(register: regions, file: null) { __typename } }',
  'mutation { disableAccount(id: "1") { __typename } }',
  '{ localRules(regionId: "1") { id } }',
  'mutation { saveLocalRule(input: { regionId: "1", form: gb2021_30, grid: "requests", each: row, left: [], right: [], missing: zero, says: { zh: "", en: "" }, basis: "", remedy: { zh: "", en: "" } }) { __typename } }',
  'mutation { retireLocalRule(id: "1", reason: "x") { __typename } }',
  'mutation { revokeToken(id: "1") { __typename } }',
  'mutation { stateApplicability(agencyId: "1", row: "regulations", applies: true, fromYear: 2023, basis: "x") { __typename } }',
  'mutation { reorganise(input: { kind: abolish, on: "2024-01-01", basis: "x", agencies: ["1"] }) { __typename } }',
  '{ reorganisations { total } }',
  `{ cellSums(regionId: "1", year: 2023) ${REFUSED} }`,
  `{ combinedReportDifference(regionId: "1", year: 2023) ${REFUSED} }`,
  `{ explainPoint(indicator: "new_received", scope: { regionId: "1" }, year: 2023) ${REFUSED} }`,
  '{ me { id } }',
  '{ rootRegions { id } }',
  '{ region(id: "1") { id } }',
  '{ agency(id: "1") { id } }',
  '{ findPlaces(text: "x") { total } }',
  '{ report(id: "1") { id } }',
  '{ edition(id: "1") { id } }',
  `{ editionDiff(before: "1", after: "2") ${REFUSED} }`,
  '{ reports(filter: {}) { total } }',
  '{ reportStates(filter: {}) { state } }',
  '{ indicators { code } }',
  `{ indicatorSeries(indicators: ["new_received"], scope: { regionId: "1" }, years: { from: 2020, to: 2021 }) ${REFUSED} }`,
  `{ pointAgencies(indicator: "new_received", scope: { regionId: "1" }, year: 2021, part: missing) ${REFUSED} }`,
  `mutation { logIn(login: "nobody", password: "x") ${REFUSED} }`,
  'mutation { logOut }',
  `mutation { validateReport(input: {}) ${REFUSED} }`,
  `mutation { submitReport(input: { report: {} }) ${REFUSED} }`,
  '{ arrival(number: "x") { number } }',
  '{ draft(agencyId: "1", year: 2023) { id } }',
  'mutation { saveDraft(input: { agencyId: "1", year: 2023, version: 0, content: {} }) { __typename } }',
  'mutation { discardDraft(agencyId: "1", year: 2023, version: 1) { __typename } }',
  'mutation { restoreDraft(agencyId: "1", year: 2023, version: 1, thrownId: "1") { __typename } }',
  'mutation { readIntoDraft(input: { agencyId: "1", year: 2023, version: 0 }) { __typename } }',
  `mutation { submitDraft(agencyId: "1", year: 2023, version: 1) ${REFUSED} }`,
  `mutation { fileNil(input: { agencyId: "1", year: 2023, statement: "x", narrative: [] }) ${REFUSED} }`,
  `mutation { acceptReport(editionId: "1") ${REFUSED} }`,
  `mutation { returnReport(editionId: "1", reason: "x") ${REFUSED} }`,
  `mutation { publishReport(editionId: "1") ${REFUSED} }`,
  `mutation { answerComment(commentId: "1-1-1", text: "x") ${REFUSED} }`,
  `mutation { acceptReports(editionIds: ["1"]) ${REFUSED} }`,
  `mutation { publishReports(editionIds: ["1"]) ${REFUSED} }`,
  '{ importJob(id: "1") { id } }',
  '{ importJobs { total } }',
  `mutation { importPublishedReport(input: { source: { citation: "x" } }) ${REFUSED} }`,
  `mutation { startImport(input: { files: [], regionId: "1", source: { citation: "x" } }) ${REFUSED} }`,
  `mutation { resolveImport(jobId: "1", file: 1) ${REFUSED} }`,
  `mutation { withdrawReport(editionId: "1", reason: "x") ${REFUSED} }`,
];
