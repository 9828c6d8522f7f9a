import { TryLater } from '../try-later';
import { sqlState } from './cannot-write';

/** Of SQLSTATE: connections, transactions to be tried again, resources, a lock that was not had, an operator's hand. */
const PASSING_STATE = /^(08|40|53|55P03|57P)/;
/** What node says of a connection, and what pg says of one that has ended, without a code. */
const PASSING_CODE = /^(ECONN|EPIPE|ETIMEDOUT)/;
const PASSING_WORDS = /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/;

/** A fault of the moment: the same work can come out well when it is tried again. */
export function isPassing(fault: unknown): boolean {
  if (fault instanceof TryLater) return fault.code === 'BUSY' || fault.code === 'READ_ONLY';
  if (!(fault instanceof Error)) return false;
  const state = sqlState(fault);
  if (state !== null && PASSING_STATE.test(state)) return true;
  return ('code' in fault && PASSING_CODE.test(String(fault.code))) || PASSING_WORDS.test(fault.message);
}
