import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cubeLatencies } from './cube';
import { type Country, openDatabases } from './databases';
import { machine } from './machine';
import { type Latency, type Endpoint, latencies, throughputs } from './measure';
import { BENCH_ROOT, readOptions, toldWords } from './options';
import { type Publications, publishing } from './publishing';
import { DASHBOARDS, type Dashboard, NATION, BENCH_YEARS, cellsQuestion, dashboardQuestions, question, sumsQuestion } from './questions';
import { installRivals, parquetLimit, rivalVersions } from './rivals';
import { INDICATOR_POSITIONS, postgraphileTrend } from './rival-views';
import { type Server, startApi, startRival } from './servers';
import { type Measurement, targetsOf } from './targets';
import { benchReport } from './report';
import { costOf, partsOfWork } from './where-time-goes';

const options = readOptions(process.argv.slice(2));
const CONNECTIONS = 8;

/** The servers over one country. */
interface Running {
  readonly country: Country;
  readonly api: Server;
  readonly bare: Server;
  readonly postgraphile: Server;
}

const BARE_BODY = JSON.stringify({ regionId: NATION, ...BENCH_YEARS, positions: INDICATOR_POSITIONS });
const bareTarget = ({ bare }: Running, dashboard: Dashboard): Endpoint => ({
  address: bare.address,
  question: {
    path: `/${dashboard}`,
    body:
      dashboard === 'comparison'
        ? JSON.stringify({ regionId: NATION, ...BENCH_YEARS, positions: INDICATOR_POSITIONS.slice(0, 1) })
        : BARE_BODY,
  },
});
const postgraphileTarget = ({ postgraphile }: Running, over: 'rollups' | 'editions'): Endpoint => ({
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

async function measureAll(running: readonly Running[]): Promise<Measurement> {
  const largest = running.at(-1);
  if (largest === undefined) throw new Error('no size to measure');
  const countries = running.map(({ country: { reports, loadedInSeconds } }) => ({ reports, loadedInSeconds }));
  const growth = await growthOf(running);
  const rates = ratesOf(largest);
  const memory = largest.api.memory();
  const work = await workOf(largest);
  const rivals = await rivalsOf(running);
  console.error('publishing …');
  const published: Record<string, Publications> = {};
  for (const one of running) published[one.country.reports] = await publishing(one.country.url, one.api.address);
  console.error('Cube …');
  const cube = await cubeLatencies(largest.country.url, Math.min(options.rounds, 60));
  console.error('DuckDB …');
  const parquet = await parquetLimit(largest.country.url, path.join(options.folder, 'parquet'));
  return { countries, growth, ...rates, memory, ...work, rivals, published, cube, parquet };
}

const QUESTIONS = { ...dashboardQuestions(), cells: cellsQuestion() };
const apiTarget = ({ api }: Running, name: keyof typeof QUESTIONS): Endpoint => ({ address: api.address, question: QUESTIONS[name] });
const sumsTarget = ({ api }: Running): Endpoint => ({ address: api.address, question: sumsQuestion() });

async function growthOf(running: readonly Running[]): Promise<Measurement['growth']> {
  console.error('latencies …');
  const growth = {} as Record<keyof typeof QUESTIONS, Readonly<Record<string, Latency>>>;
  for (const name of Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[]) {
    const targets = Object.fromEntries(running.map((one) => [one.country.reports, apiTarget(one, name)]));
    growth[name] = await latencies(targets, options.rounds);
  }
  return growth;
}

function ratesOf(largest: Running): Pick<Measurement, 'rates' | 'sums' | 'connections'> {
  console.error('requests per second …');
  const both = (name: Dashboard): { api: Endpoint; bare: Endpoint } => ({ api: apiTarget(largest, name), bare: bareTarget(largest, name) });
  const rates = {} as Record<Dashboard, { api: number; bare: number }>;
  for (const name of DASHBOARDS) rates[name] = throughputs(both(name), CONNECTIONS, options.seconds);
  const alike = { api: sumsTarget(largest), postgraphile: postgraphileTarget(largest, 'rollups') };
  const sums = throughputs(alike, CONNECTIONS, options.seconds);
  const connections = [1, CONNECTIONS, 64].map((count) => ({ connections: count, ...throughputs(both('trend'), count, options.seconds) }));
  return { rates, sums, connections };
}

async function workOf(largest: Running): Promise<Pick<Measurement, 'costs' | 'parts'>> {
  console.error('where time goes …');
  const { api, bare, postgraphile, country } = largest;
  const load = { databaseUrl: country.url, seconds: options.seconds };
  const costs = {
    trend: await costOf(api, apiTarget(largest, 'trend'), load),
    bare: await costOf(bare, bareTarget(largest, 'trend'), load),
    sums: await costOf(api, sumsTarget(largest), load),
    postgraphile: await costOf(postgraphile, postgraphileTarget(largest, 'rollups'), load),
  };
  return { costs, parts: await partsOfWork(country.url, QUESTIONS.trend, Math.max(10, options.seconds)) };
}

async function rivalsOf(running: readonly Running[]): Promise<Measurement['rivals']> {
  console.error('rivals …');
  const rivals: Record<string, { api: Latency; rollups: Latency; editions: Latency }> = {};
  for (const one of running) {
    const near = await latencies({ api: sumsTarget(one), rollups: postgraphileTarget(one, 'rollups') }, Math.min(options.rounds, 60));
    const { editions } = await latencies({ editions: postgraphileTarget(one, 'editions') }, one.country.reports > 10_000 ? 3 : 20);
    rivals[one.country.reports] = { ...near, editions };
  }
  return rivals;
}

function keep(measured: Measurement & ReturnType<typeof machine> & { readonly date: string }): void {
  const targets = targetsOf(measured);
  const text = benchReport({ ...measured, targets }, toldWords(process.argv.slice(2)));
  console.log(text);
  if (!options.write) return;
  const folder = path.join(BENCH_ROOT, 'docs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'performance.md'), text);
  writeFileSync(path.join(folder, 'performance.json'), `${JSON.stringify({ ...measured, targets }, null, 2)}\n`);
}

run().catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
