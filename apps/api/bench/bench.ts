import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Country, openDatabases } from './databases';
import { machine } from './machine';
import { type Latency, type Target, latencies, throughputs } from './measure';
import { WORKSPACE, readOptions } from './options';
import { publishing } from './publishing';
import { DASHBOARDS, type Dashboard, NATION, YEARS, cellsQuestion, dashboardQuestions, question } from './questions';
import { installRivals, parquetLimit, rivalVersions } from './rivals';
import { INDICATOR_POSITIONS, postgraphileTrend } from './rival-views';
import { type Server, startApi, startRival } from './servers';
import { type Measured, targetsOf } from './targets';
import { reportOf } from './report';

const options = readOptions(process.argv.slice(2));
const CONNECTIONS = 8;

/** The servers over one country. */
interface Running {
  readonly country: Country;
  readonly api: Server;
  readonly bare: Server;
  readonly postgraphile: Server;
}

const BARE_BODY = JSON.stringify({ regionId: NATION, ...YEARS, positions: INDICATOR_POSITIONS });
const bareTarget = ({ bare }: Running, dashboard: Dashboard): Target => ({
  address: bare.address,
  question: {
    path: `/${dashboard}`,
    body:
      dashboard === 'comparison' ? JSON.stringify({ regionId: NATION, ...YEARS, positions: INDICATOR_POSITIONS.slice(0, 1) }) : BARE_BODY,
  },
});
const postgraphileTarget = ({ postgraphile }: Running, over: 'rollups' | 'editions'): Target => ({
  address: postgraphile.address,
  question: question(postgraphileTrend(over)),
});

async function run(): Promise<void> {
  installRivals();
  const databases = await openDatabases(options.folder, options.sizes);
  const running: Running[] = [];
  try {
    for (const country of databases.countries) {
      const [api, bare] = [await startApi(country.url), await startRival('bare-server', country.url)];
      running.push({ country, api, bare, postgraphile: await startRival('postgraphile-server', country.url) });
    }
    const measured = { date: new Date().toISOString(), ...machine(databases.version, rivalVersions()), ...(await measureAll(running)) };
    keep(measured);
  } finally {
    for (const { api, bare, postgraphile } of running) await Promise.all([api.stop(), bare.stop(), postgraphile.stop()]);
    await databases.stop();
  }
}

async function measureAll(running: readonly Running[]): Promise<Measured> {
  const largest = running.at(-1);
  if (largest === undefined) throw new Error('no size to measure');
  const questions = { ...dashboardQuestions(), cells: cellsQuestion() };
  console.error('latencies …');
  const growth = {} as Record<keyof typeof questions, Readonly<Record<string, Latency>>>;
  for (const name of Object.keys(questions) as (keyof typeof questions)[]) {
    growth[name] = await latencies(
      Object.fromEntries(running.map(({ country, api }) => [country.reports, { address: api.address, question: questions[name] }])),
      options.rounds,
    );
  }
  console.error('requests per second …');
  const { api } = largest;
  const rates = {} as Record<Dashboard, { api: number; bare: number; postgraphile?: number }>;
  for (const name of DASHBOARDS) {
    const both = { api: { address: api.address, question: questions[name] }, bare: bareTarget(largest, name) };
    rates[name] =
      name === 'trend'
        ? throughputs({ ...both, postgraphile: postgraphileTarget(largest, 'rollups') }, CONNECTIONS, options.seconds)
        : throughputs(both, CONNECTIONS, options.seconds);
  }
  const connections = [1, CONNECTIONS, 64].map((count) => ({
    connections: count,
    ...throughputs(
      { api: { address: api.address, question: questions.trend }, bare: bareTarget(largest, 'trend') },
      count,
      options.seconds,
    ),
  }));
  const memory = api.memory();
  console.error('rivals …');
  const rivals: Record<string, { api: Latency; rollups: Latency; editions: Latency }> = {};
  for (const one of running) {
    const near = await latencies(
      { api: { address: one.api.address, question: questions.trend }, rollups: postgraphileTarget(one, 'rollups') },
      Math.min(options.rounds, 60),
    );
    const { editions } = await latencies({ editions: postgraphileTarget(one, 'editions') }, one.country.reports > 10_000 ? 3 : 20);
    rivals[one.country.reports] = { ...near, editions };
  }
  console.error('publishing …');
  const published: Record<string, Latency> = {};
  for (const one of running) published[one.country.reports] = await publishing(one.country.url, one.api.address);
  console.error('DuckDB …');
  const parquet = await parquetLimit(largest.country.url, path.join(options.folder, 'parquet'));
  const countries = running.map(({ country: { reports, loadedInSeconds } }) => ({ reports, loadedInSeconds }));
  return { countries, growth, rates, connections, memory, rivals, published, parquet };
}

function keep(measured: Measured & ReturnType<typeof machine> & { readonly date: string }): void {
  const targets = targetsOf(measured);
  const text = reportOf({ ...measured, targets }, process.argv.slice(2));
  console.log(text);
  if (!options.write) return;
  const folder = path.join(WORKSPACE, 'docs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'performance.md'), text);
  writeFileSync(path.join(folder, 'performance.json'), `${JSON.stringify({ ...measured, targets }, null, 2)}\n`);
}

run().catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
