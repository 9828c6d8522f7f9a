import type { AccountCaller } from '../database/caller';
import type { Database } from '../database/database';
import type { Refusal } from '../requests/refusal';
import { type ArrivalRow, ArrivalsStore, type KeptRefusal, type NewArrival } from './arrivals.store';

/** Characters of what is kept of a name or a message, which may quote anything. */
const LONGEST_WORDS = 2_000;

/** What arrived, as far as it could be read. */
type Arrived = Pick<NewArrival, 'agencyId' | 'year' | 'receivedAt' | 'contentSha256'> & {
  readonly document: { readonly name: string; readonly sha256: string } | null;
};

/** A refusal of what was sent, with its receipt. */
export type ReceiptedRefusal = Refusal & { readonly arrival: ArrivalRow };

/** Receipts what arrived and is refused: the refusal with its arrival, or as it was where nobody owes anything or nothing was judged yet. */
export async function receiptRefused(
  database: Database,
  filer: AccountCaller,
  arrived: Arrived,
  refusal: Refusal,
): Promise<Refusal | ReceiptedRefusal> {
  // Nobody looked at it: the sender sends it again.
  if (refusal.code === 'BUSY') return refusal;
  const { document, ...rest } = arrived;
  const kept: KeptRefusal = {
    code: refusal.code,
    message: { zh: short(refusal.message.zh), en: short(refusal.message.en) },
    findings: refusal.findings,
  };
  return database.write(filer, { arrivals: ArrivalsStore }, async ({ arrivals }) => {
    const number = await arrivals.keepRefused({
      ...rest,
      accountId: filer.accountId,
      documentName: document === null ? null : short(document.name),
      documentSha256: document === null ? null : document.sha256,
      refusal: kept,
    });
    const arrival = number === null ? null : await arrivals.numbered(number);
    return arrival === null ? refusal : { ...refusal, arrival };
  });
}

/** Without what no text column holds. */
function short(words: string): string {
  return words
    .slice(0, LONGEST_WORDS)
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '');
}
