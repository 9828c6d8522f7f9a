import { performance } from 'node:perf_hooks';
import { PUBLICATIONS, asOwner } from './databases';
import { type Latency, askOnce, latencyOf } from './measure';
import { question } from './questions';
import { positionOf } from './rival-views';

const LOG_IN = 'mutation ($login: String!, $password: String!) { logIn(login: $login, password: $password) { __typename } }';
const PUBLISH = 'mutation ($id: ID!) { publishReport(editionId: $id) { __typename ... on Edition { state } ... on Refusal { code } } }';

/** How long publishing takes: of reports, and of amendments to them, which also change what was restated. */
export interface Publications {
  readonly reports: Latency;
  readonly amendments: Latency;
}

/** Publishes accepted reports of the whole country one after the other, as its supervisor does; the sums of all regions above are kept in the same transaction. */
export async function publishing(databaseUrl: string, address: string): Promise<Publications> {
  const cookie = await logIn(address);
  const publish = async (editions: readonly string[]): Promise<Latency> => {
    const times: number[] = [];
    for (const id of editions) {
      const began = performance.now();
      await askOnce({ address, cookie, question: question(PUBLISH, { id }) });
      times.push(performance.now() - began);
    }
    // The first of them meets cold caches and unprepared plans.
    return latencyOf(times.slice(3));
  };
  const accepted = await idsOf(databaseUrl, ACCEPTED);
  return { reports: await publish(accepted), amendments: await publish(await idsOf(databaseUrl, AMENDED, accepted)) };
}

const ACCEPTED = `SELECT edition_id AS id FROM standings WHERE state = 'latest' AND edition_state = 'accepted' ORDER BY hashint8(report_id) LIMIT ${PUBLICATIONS}`;

/** An accepted amendment to each of these editions, one request more in it. */
const AMENDED = `
  WITH amended AS (
    INSERT INTO editions OVERRIDING SYSTEM VALUE
    SELECT (jsonb_populate_record(e, jsonb_build_object('id', nextval(pg_get_serial_sequence('editions', 'id')), 'number', e.number + 1,
      'predecessor_id', e.id, 'reason_class', 'correction', 'reason', 'one request more', 'receipt_number', e.receipt_number || '-' || e.number + 1,
      'received_at', now(), 'idempotency_key', NULL, 'figures', (SELECT jsonb_agg(CASE WHEN position = ANY (cells) THEN figure + 1 ELSE figure END ORDER BY position)
        FROM unnest(e.figures) WITH ORDINALITY AS f(figure, position))))).*
    FROM editions e JOIN indicator_terms received ON received.form = e.s3_form AND received.position = ${positionOf('new_received')}
    CROSS JOIN LATERAL (SELECT received.numerator_cells AS cells) cells WHERE e.id = ANY ($1::bigint[])
    RETURNING id
  ), happened AS (
    INSERT INTO edition_events (edition_id, sequence, state, at, by_account, by_office)
    SELECT amended.id, s.sequence, s.state, now(), a.id, 'benchmark' FROM amended, (VALUES (1, 'submitted'), (2, 'accepted')) s(sequence, state), accounts a
    WHERE a.login = 'supervisor' ORDER BY amended.id, s.sequence
  )
  SELECT id FROM amended ORDER BY id`;

async function idsOf(databaseUrl: string, statement: string, among?: readonly string[]): Promise<readonly string[]> {
  const { rows } = await asOwner(databaseUrl, (client) => client.query<{ id: string }>(statement, among === undefined ? [] : [among]));
  return rows.map(({ id }) => id);
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
