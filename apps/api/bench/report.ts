import { type Latency, round } from './measure';
import type { Machine } from './machine';
import { type Aim, type Measurement } from './targets';

type Reported = Measurement & Machine & { readonly date: string; readonly targets: readonly Aim[] };

const QUESTIONS = {
  trend: '28 indicators of the nation over 7 years, with coverage and comparability',
  comparison: 'one indicator by province over 7 years',
  place: 'the nation with its provinces and its own agencies',
  cells: 'every cell of the nation for one year, with coverage',
} as const;

/** The report in Markdown. */
export function benchReport(report: Reported, words: readonly string[]): string {
  const sizes = report.countries.map(({ reports }) => String(reports));
  return [
    '# Performance',
    `Written by \`npx nx run api:bench${words.length === 0 ? '' : ` -- ${words.join(' ')}`}\` on ${report.date.slice(0, 10)}; the same as JSON is in [performance.json](performance.json). Everything is one run on one machine, and what is compared was asked in turn, so that the ratios hold where the times do not.`,
    ...machineLines(report),
    '## What is to be reached',
    `At a million reports on two cores; measured here at ${sizes.at(-1)}.`,
    table(
      ['', 'wanted', 'measured', ''],
      report.targets.map(({ what, wanted, measured, reached }) => [what, wanted, measured, reached ? 'reached' : '**missed**']),
    ),
    '## The dashboard at each size',
    'Through GraphQL over HTTP, one request at a time, in ms (p50 / p95).',
    table(
      ['', ...sizes, 'growth of p50'],
      Object.entries(QUESTIONS).map(([name, says]) => {
        const by = report.growth[name as keyof typeof QUESTIONS];
        const [first, last] = [by[sizes[0] ?? '']?.p50, by[sizes.at(-1) ?? '']?.p50];
        return [`${name}: ${says}`, ...sizes.map((size) => both(by[size])), `${round((last ?? Number.NaN) / (first ?? Number.NaN))}×`];
      }),
    ),
    `## Against node:http and pg with nothing in between`,
    `Requests per second at ${sizes.at(-1)} reports over 8 connections; the bare server answers the same rows by one prepared statement a question.`,
    table(
      ['', 'gongkai', 'node:http + pg', 'ratio'],
      Object.entries(report.rates).map(([name, { api, bare }]) => [name, round(api, 0), round(bare, 0), round(api / bare)]),
    ),
    'The trend over more or fewer connections:',
    table(
      ['connections', 'gongkai', 'node:http + pg', 'ratio'],
      report.connections.map(({ connections, api, bare }) => [connections, round(api, 0), round(bare, 0), round(api / bare)]),
    ),
    ...costLines(report),
    ...rivalLines(report, sizes),
    '## Publishing one report',
    'A mutation with its log entries, sums of every region above and the audit trail, in ms (p50 / p95); an amendment changes what was restated too.',
    table(
      ['', ...sizes],
      (['reports', 'amendments'] as const).map((what) => [what, ...sizes.map((size) => both(report.published[size]?.[what]))]),
    ),
    '## Memory',
    `${report.memory.now} MB resident after the load, ${report.memory.most} MB at most.`,
    '',
  ].join('\n\n');
}

function machineLines({ machine, versions, countries }: Reported): readonly string[] {
  const loaded = countries.filter(({ loadedInSeconds }) => loadedInSeconds !== null);
  return [
    '## With what',
    `${machine.processor}, ${machine.cores} cores, ${machine.gigabytes} GB, ${machine.system}; client, server and database share the cores. Load average at the end: ${machine.load}.`,
    `Versions: ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    'The reports are synthetic (`seed synthetic`): the same for the same seed, mostly zeros as in real ones, of 31 provinces at every size, so that an answer is as long over a thousand reports as over a million.',
    ...loaded.map(
      ({ reports, loadedInSeconds }) =>
        `${reports} reports were made, loaded with COPY and added up in ${Math.round(loadedInSeconds ?? Number.NaN)} s.`,
    ),
  ];
}

function costLines({ costs, parts }: Reported): readonly string[] {
  const asked = {
    trend: 'gongkai: the trend as the web asks it',
    bare: 'node:http + pg: the trend',
    sums: 'gongkai: the sums of the trend alone',
    postgraphile: 'PostGraphile: the sums of the trend, over the rollups',
  } as const;
  return [
    '## Where the time goes',
    'Processor time of one request at the largest size over 8 connections, in ms.',
    table(
      ['', 'server', 'PostgreSQL', 'both'],
      (Object.keys(asked) as (keyof typeof asked)[]).map((name) => {
        const { server, database } = costs[name];
        return [asked[name], server, database, round(server + database)];
      }),
    ),
    'Of the time the api is busy with the trend, by a sampling profile:',
    table(
      ['', 'share'],
      parts.map(({ part, share }) => [part, `${Math.round(share * 100)} %`]),
    ),
  ];
}

function rivalLines({ sums, rivals, cube, parquet }: Reported, sizes: readonly string[]): readonly string[] {
  const ms = (of: (size: string) => Latency | undefined): readonly string[] => sizes.map((size) => both(of(size)));
  const lastOnly = (text: string): readonly string[] => [...sizes.slice(1).map(() => ''), text];
  return [
    '## Against PostGraphile, Cube and DuckDB',
    'The numerators and denominators of the trend and nothing else, in ms (p50 / p95). PostGraphile 4 with pg-aggregates answers from the same rollups (like with like, though it adds up years of different forms without saying so, and gongkai has to know who stands behind a sum to say whether it is one) and from the published editions (what one would do without rollups; which edition stands is given to it). Cube 0.29 answers from the same two, asked each time with a condition it has not met, and from what it keeps for ten seconds, which may be as much too old; from the editions it was asked three times. DuckDB reads one Parquet file of all figures in its own process, without server or rights: the limit to be near.',
    table(
      ['', ...sizes],
      [
        ['gongkai', ...ms((size) => rivals[size]?.api)],
        ['PostGraphile over the rollups', ...ms((size) => rivals[size]?.rollups)],
        ['PostGraphile over the editions', ...ms((size) => rivals[size]?.editions)],
        [
          'times as long as gongkai',
          ...sizes.map((size) => `${round((rivals[size]?.editions.p50 ?? Number.NaN) / (rivals[size]?.api.p50 ?? Number.NaN), 1)}×`),
        ],
        ...(['rollups', 'editions'] as const).map((over) => [`Cube over the ${over}`, ...lastOnly(both(cube[over].renewed))]),
        ['Cube over the rollups, from its cache', ...lastOnly(both(cube.rollups.kept))],
        ['DuckDB over Parquet', ...lastOnly(`${both(parquet)} (${parquet.megabytes} MB)`)],
      ],
    ),
    `Requests per second over 8 connections: gongkai ${round(sums.api, 0)}, PostGraphile over the rollups ${round(sums.postgraphile, 0)}.`,
  ];
}

function both(latency: Latency | undefined): string {
  return latency === undefined ? '' : `${latency.p50} / ${latency.p95}`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
