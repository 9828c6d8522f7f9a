import type { Client } from 'pg';
import { type Kind, maySee, standingsOf } from './sight';
import type { SeatedCaller } from './tried-caller';
import { SECRETS, secretFigure } from './tried-city';

type Thing = Readonly<Record<string, unknown>>;

/** Types whose things have an id and are not everybody's. */
const KINDS: Readonly<Record<string, Kind>> = {
  Edition: 'Edition',
  Draft: 'Draft',
  DraftCopy: 'DraftCopy',
  CellComment: 'CellComment',
  Account: 'Account',
  Token: 'Token',
  AuditEntry: 'AuditEntry',
  EditionNotice: 'Notice',
  RecheckNotice: 'Notice',
  ImportNotice: 'Notice',
  ImportJob: 'ImportJob',
};

/** What an answer holds that this caller may not see, in words; `text`: the whole of it. */
export async function wrongsIn(owner: Client, caller: SeatedCaller, text: string, answer: unknown): Promise<readonly string[]> {
  const wrongs: string[] = [];
  const things = new Map(thingsIn(answer).map((thing) => [thing.join(' '), thing]));
  for (const [kind, id] of things.values()) {
    const standings = await standingsOf(owner, kind, id);
    if (standings.length > 0 && !standings.some((thing) => maySee(kind, caller, thing))) wrongs.push(`${kind} ${id}`);
  }
  for (const [words, kind, agencyId] of text.matchAll(SECRETS)) {
    if (!(await maySeeSecret(owner, caller, String(kind), String(agencyId)))) wrongs.push(words);
  }
  for (const agencyId of await agenciesSummedIn(owner, text)) {
    if (!(await maySeeSecret(owner, caller, 'accepted', agencyId))) wrongs.push(`the accepted figure of agency ${agencyId}`);
  }
  return [...new Set(wrongs)];
}

/** What of an answer has an owner: kind and id, or the number of a receipt. */
function thingsIn(answer: unknown): readonly (readonly [Kind, string])[] {
  if (Array.isArray(answer)) return answer.flatMap(thingsIn);
  if (typeof answer !== 'object' || answer === null) return [];
  const { __typename: type, id, receiptNumber } = answer as Thing;
  const below = Object.values(answer).flatMap(thingsIn);
  if (type === 'Arrival') return [['EditionOfReceipt', String(receiptNumber)], ['RefusedArrival', String(receiptNumber)], ...below];
  const kind = KINDS[String(type)];
  return kind === undefined || id === undefined ? below : [[kind, String(id)], ...below];
}

const YEARS: Readonly<Record<string, number>> = { accepted: 2021, published: 2022, submitted: 2023, returned: 2025 };

/** A secret is seen with the edition of its year, or belongs to the agency alone. */
async function maySeeSecret(owner: Client, caller: SeatedCaller, kind: string, agencyId: string): Promise<boolean> {
  const year = YEARS[kind];
  if (year === undefined) return caller.agencyId === agencyId || (kind === 'token' && caller.role === 'administrator');
  const { rows } = await owner.query<{ id: string }>(
    'SELECT e.id FROM editions e JOIN reports r ON r.id = e.report_id WHERE r.agency_id = $1 AND r.year = $2',
    [agencyId, year],
  );
  for (const { id } of rows) {
    const [thing] = await standingsOf(owner, 'Edition', id);
    if (thing !== undefined && maySee('Edition', caller, thing)) return true;
  }
  return false;
}

const FIGURES = /(?<=[",\s])[1-9]\d{5,9}(?=[",\s])/g;

/** The agencies whose secret figures are in a sum: each has a decimal place of its own. */
async function agenciesSummedIn(owner: Client, text: string): Promise<readonly string[]> {
  const sums = (text.match(FIGURES) ?? []).filter((sum) => /^[0-3]+0{4}\d{2}$/.test(sum)).map(BigInt);
  if (sums.length === 0) return [];
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM agencies ORDER BY id LIMIT 3');
  return rows.filter((_, place) => sums.some((sum) => (sum / secretFigure(place)) % 10n !== 0n)).map(({ id }) => id);
}
