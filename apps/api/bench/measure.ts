import { execFileSync } from 'node:child_process';
import { request, Agent } from 'node:http';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { RIVALS } from './options';
import type { BenchQuestion } from './questions';

/** In milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
}

/** Something that answers questions: a server's address with headers to send along. */
export interface Endpoint {
  readonly address: string;
  readonly question: BenchQuestion;
  readonly cookie?: string;
  readonly authorization?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1, timeout: 3_000 });
const HEADERS = { 'content-type': 'application/json', 'apollo-require-preflight': '1' };
/** Until plans, caches and compiled code are what they will be. */
const WARM_UP = 30;

/** Asks each target in turn, again and again, so that a noisy neighbour disturbs all of them alike. */
export async function latencies<Name extends string>(
  targets: Readonly<Record<Name, Endpoint>>,
  rounds: number,
): Promise<Readonly<Record<Name, Latency>>> {
  const names = Object.keys(targets) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  // Servers closed what idled while another measurement held this process up.
  agent.destroy();
  for (let round = -Math.min(WARM_UP, rounds); round < rounds; round += 1) {
    for (const name of names) {
      const began = performance.now();
      await askOnce(targets[name]);
      if (round >= 0) taken.get(name)?.push(performance.now() - began);
    }
  }
  return Object.fromEntries(names.map((name) => [name, latencyOf(taken.get(name) ?? [])])) as Record<Name, Latency>;
}

export function latencyOf(times: readonly number[]): Latency {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): number => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95) };
}

/** The answer's text; throws where it is no success or tells of errors. */
export function askOnce({ address, question: { path: asked, body }, cookie, authorization }: Endpoint): Promise<string> {
  return new Promise((resolve, reject) => {
    const known = { ...(cookie === undefined ? {} : { cookie }), ...(authorization === undefined ? {} : { authorization }) };
    const headers = { ...HEADERS, ...known, 'content-length': Buffer.byteLength(body) };
    const sent = request(`${address}${asked}`, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        if (response.statusCode !== 200 || text.includes('"errors":[') || text.includes('"Refusal"'))
          reject(new Error(`${asked} ${body.slice(0, 80)}: ${text.slice(0, 400)}`));
        else resolve(text);
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Requests per second over so many connections, by autocannon in a process of its own; the median of three runs, taken in turn over the targets. */
export function throughputs<Name extends string>(
  targets: Readonly<Record<Name, Endpoint>>,
  connections: number,
  seconds: number,
): Readonly<Record<Name, number>> {
  const names = Object.keys(targets) as Name[];
  const rates = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run < 3; run += 1) for (const name of names) rates.get(name)?.push(fire(targets[name], connections, seconds).rate);
  return Object.fromEntries(names.map((name) => [name, latencyOf(rates.get(name) ?? []).p50])) as Record<Name, number>;
}

/** So many seconds of requests over so many connections, by autocannon. */
export function fire(
  { address, question }: Endpoint,
  connections: number,
  seconds: number,
): { readonly rate: number; readonly requests: number } {
  const headers = Object.entries(HEADERS).flatMap(([name, value]) => ['-H', `${name}=${value}`]);
  const words = ['-j', '-c', String(connections), '-d', String(seconds), '-m', 'POST', ...headers, '-b', question.body];
  const autocannon = path.join(RIVALS, 'node_modules/autocannon/autocannon.js');
  const printed = execFileSync(process.execPath, [autocannon, ...words, `${address}${question.path}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { requests, non2xx, errors } = JSON.parse(printed.toString()) as {
    requests: { average: number; total: number };
    non2xx: number;
    errors: number;
  };
  if (non2xx > 0 || errors > 0) throw new Error(`${question.path}: ${non2xx} answers of another status, ${errors} errors`);
  return { rate: requests.average, requests: requests.total };
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
