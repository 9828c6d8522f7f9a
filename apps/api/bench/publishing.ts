import { performance } from 'node:perf_hooks';
import { PUBLICATIONS, asOwner } from './databases';
import { type Latency, ask, latencyOf } from './measure';
import { question } from './questions';

const LOG_IN = 'mutation ($login: String!, $password: String!) { logIn(login: $login, password: $password) { __typename } }';
const PUBLISH = 'mutation ($id: ID!) { publishReport(editionId: $id) { __typename ... on Edition { state } ... on Refusal { code } } }';

/** Publishes accepted reports of the whole country one after the other, as its supervisor does; the sums of all regions above are kept in the same transaction. */
export async function publishing(databaseUrl: string, address: string): Promise<Latency> {
  const cookie = await logIn(address);
  const editions = await asOwner(databaseUrl, (client) =>
    client.query<{ id: string }>(
      `SELECT edition_id AS id FROM standings WHERE state = 'latest' AND edition_state = 'accepted' ORDER BY hashint8(report_id) LIMIT ${PUBLICATIONS}`,
    ),
  );
  const times: number[] = [];
  for (const { id } of editions.rows) {
    const began = performance.now();
    await ask({ address, cookie, question: question(PUBLISH, { id }) });
    times.push(performance.now() - began);
  }
  // The first of them meets cold caches and unprepared plans.
  return latencyOf(times.slice(3));
}

async function logIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' },
    body: JSON.stringify({ query: LOG_IN, variables: { login: 'supervisor', password: 'gongkai-synthetic' } }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`no session: ${await answer.text()}`);
  return cookie;
}
