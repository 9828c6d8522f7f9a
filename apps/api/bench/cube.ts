import { createHmac } from 'node:crypto';
import path from 'node:path';
import { type Latency, type Endpoint, latencies } from './measure';
import { RIVALS } from './options';
import { NATION, OVERVIEW } from './questions';
import { startRival } from './servers';

export const CUBE = path.join(RIVALS, 'cube');

export interface CubeLatencies {
  /** Asked of the database each time, and from what it keeps for ten seconds. */
  readonly rollups: { readonly renewed: Latency; readonly kept: Latency };
  readonly editions: { readonly renewed: Latency };
}

const SECRET = 'a secret only this measuring knows';
const MEASURES = OVERVIEW.flatMap((code) => [`n_${code}`, `d_${code}`]);

/** The sums of the trend asked of Cube. */
export async function cubeLatencies(databaseUrl: string, rounds: number): Promise<CubeLatencies> {
  const cube = await startRival('cube/cube-server', databaseUrl, { CUBE_SECRET: SECRET, CUBE_MEASURES: MEASURES.join(',') });
  try {
    const known = { address: cube.address, authorization: token() };
    const kept: Endpoint = { ...known, question: { path: LOAD, body: bodyOf('Rollups', 0) } };
    let asked = 0;
    // What it never was asked before it has to look up.
    const renewed = (over: Over): Endpoint => ({
      ...known,
      question: {
        path: LOAD,
        get body() {
          asked += 1;
          return bodyOf(over, asked);
        },
      },
    });
    const rollups = await latencies({ renewed: renewed('Rollups'), kept }, rounds);
    const editions = await latencies({ renewed: renewed('Editions') }, 3);
    return { rollups, editions };
  } finally {
    await cube.stop();
  }
}

const LOAD = '/cubejs-api/v1/load';
type Over = 'Rollups' | 'Editions';

/** The same sums for every `year`, which lies so many years before all reports. */
function bodyOf(over: Over, year: number): string {
  const nation = { member: 'Rollups.regionId', operator: 'equals', values: [NATION] };
  const years = { member: `${over}.year`, operator: 'gt', values: [String(year)] };
  const filters = over === 'Rollups' ? [nation, years] : [years];
  return JSON.stringify({ query: { measures: MEASURES.map((name) => `${over}.${name}`), dimensions: [`${over}.year`], filters } });
}

/** A JSON Web Token (RFC 7519) signed with HMAC SHA-256, as Cube wants it. */
function token(): string {
  const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ iat: Math.floor(Date.now() / 1000) })}`;
  return `${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`;
}
