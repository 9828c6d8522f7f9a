import type { CellId } from '@gongkai/model';
import type { DemoDice } from './dice';
import type { DemoFigures } from './figures';

/** Columns of section three and how often each kind of applicant asks, in percent. */
const APPLICANTS: readonly (readonly [code: string, weight: number])[] = [
  ['natural_person', 81],
  ['commercial_enterprise', 8],
  ['research_institution', 0.5],
  ['public_interest_org', 1],
  ['legal_service_org', 7.5],
  ['other_org', 2],
];

/** Rows of results and how often each is the answer. */
const RESULTS: readonly (readonly [code: string, weight: number])[] = [
  ['granted', 46],
  ['partially_granted', 9],
  ['denied_state_secret', 0.5],
  ['denied_prohibited_by_law', 1],
  ['denied_security_stability', 0.3],
  ['denied_third_party_rights', 2],
  ['denied_internal_affairs', 2.5],
  ['denied_process_information', 2.5],
  ['denied_enforcement_file', 3],
  ['denied_administrative_inquiry', 3],
  ['unable_not_held', 18],
  ['unable_requires_creation', 2.5],
  ['unable_still_unclear', 2],
  ['not_processed_petition', 4],
  ['not_processed_duplicate', 1.5],
  ['not_processed_publication', 0.3],
  ['not_processed_excessive', 0.3],
  ['not_processed_reconfirm', 0.5],
  ['other_correction_lapsed', 1],
  ['other_fee_lapsed', 0.2],
  ['other_misc', 1],
];

/** Requests still open, one number for each kind of applicant. */
export type OpenRequests = readonly number[];

export const NO_REQUESTS: OpenRequests = APPLICANTS.map(() => 0);

const STILL_OPEN = 0.06;
/** 其他处理 is to be the exception: kept below a tenth of what was processed. */
const MOST_OTHER = 0.08;

export function receiveRequests(dice: DemoDice, [tries, chance]: readonly [number, number]): OpenRequests {
  const received = NO_REQUESTS.map(() => 0);
  for (let request = dice.hits(tries, chance); request > 0; request -= 1) {
    const column = dice.pick(APPLICANTS.map(([, weight]) => weight));
    received[column] = at(received, column) + 1;
  }
  return received;
}

/** Section three of a year: what came, what was carried in, how each was answered and what is open on 31 December. */
export function requestFigures(
  dice: DemoDice,
  received: OpenRequests,
  carriedIn: OpenRequests,
): { figures: DemoFigures; carriedOut: OpenRequests } {
  const waiting = received.map((count, column) => count + at(carriedIn, column));
  const carriedOut = waiting.map((count) => dice.hits(count, STILL_OPEN));
  const processed = waiting.map((count, column) => count - at(carriedOut, column));
  const answers = answer(dice, processed);
  const other = (column: number): number => answers.reduce((sum, row, index) => (isOther(index) ? sum + at(row, column) : sum), 0);
  const rows: readonly (readonly [string, readonly number[]])[] = [
    ['new_received', received],
    ['carried_in', carriedIn],
    ...RESULTS.map(([code], index): readonly [string, readonly number[]] => [code, answers[index] ?? NO_REQUESTS]),
    ['other_processing', NO_REQUESTS.map((_, column) => other(column))],
    ['total_processed', processed],
    ['carried_out', carriedOut],
  ];
  return { figures: new Map(rows.flatMap(([row, counts]) => cellsOfRow(row, counts))), carriedOut };
}

/** One applicant of the first kind counts as of the second from now on, as happens when records are put right. */
export function retypeApplicant(open: OpenRequests): OpenRequests {
  if (at(open, 0) === 0) throw new RangeError('nobody to count otherwise: choose another year');
  return open.map((count, column) => count + (column === 0 ? -1 : column === 1 ? 1 : 0));
}

function answer(dice: DemoDice, processed: readonly number[]): readonly (readonly number[])[] {
  const answers = RESULTS.map(() => NO_REQUESTS.map(() => 0));
  const mostOther = Math.floor(processed.reduce((sum, count) => sum + count, 0) * MOST_OTHER);
  let others = 0;
  processed.forEach((count, column) => {
    for (let request = 0; request < count; request += 1) {
      const drawn = dice.pick(RESULTS.map(([, weight]) => weight));
      const result = isOther(drawn) && others >= mostOther ? 0 : drawn;
      if (isOther(result)) others += 1;
      const row = answers[result];
      if (row) row[column] = at(row, column) + 1;
    }
  });
  return answers;
}

function isOther(index: number): boolean {
  return RESULTS[index]?.[0].startsWith('other_') ?? false;
}

function cellsOfRow(row: string, counts: readonly number[]): readonly (readonly [CellId, number])[] {
  const columns = APPLICANTS.map(([column], index): readonly [CellId, number] => [`s3/${row}/${column}`, at(counts, index)]);
  return [...columns, [`s3/${row}/total`, counts.reduce((sum, count) => sum + count, 0)]];
}

function at(counts: readonly number[], index: number): number {
  const count = counts[index];
  if (count === undefined) throw new RangeError(`no applicant of number ${index}`);
  return count;
}
