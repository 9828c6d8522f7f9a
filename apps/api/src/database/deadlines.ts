import { isFull, isReadOnly } from './cannot-write';
import type { Deadlines } from '../config';
import { TryLater } from '../try-later';

/** The deadlines as what a connection is opened with, to hold for all of its statements. */
export function optionsOf({ statement, lock, idle }: Deadlines): string {
  const settings = { statement_timeout: statement, lock_timeout: lock, idle_in_transaction_session_timeout: idle };
  return Object.entries(settings)
    .map(([name, seconds]) => `-c ${name}=${seconds}s`)
    .join(' ');
}

const BUSY = () =>
  new TryLater('BUSY', { zh: '系统繁忙，请稍后再试。', en: 'Too much is going on at the moment; try again in a moment.' }, 5);
const TOO_LONG = () =>
  new TryLater(
    'TOO_LONG',
    { zh: '查询用时过长，已停止，请缩小范围后再试。', en: 'The question took too long and was stopped; ask for less.' },
    10,
  );

const READ_ONLY = () =>
  new TryLater(
    'READ_ONLY',
    {
      zh: '平台暂时只能查阅，不能保存；没有保存任何内容，请稍后再试。',
      en: 'The platform can only be read at the moment; nothing was kept, try again later.',
    },
    60,
  );

/** query_canceled is what statement_timeout raises; lock_not_available lock_timeout; the last ends an idle transaction. */
const OVERDUE: Readonly<Record<string, () => TryLater>> = { '57014': TOO_LONG, '55P03': BUSY, '25P03': BUSY };
/** What pg-pool says, without a code. */
const NO_CONNECTION = /timeout exceeded when trying to connect|connection timeout/;

/** The same fault, or what is told to the asker where it is a deadline that passed. */
export function overdueOr(fault: unknown): unknown {
  if (!(fault instanceof Error)) return fault;
  if (isFull(fault) || isReadOnly(fault)) return READ_ONLY();
  if ('code' in fault && typeof fault.code === 'string') return OVERDUE[fault.code]?.() ?? fault;
  return NO_CONNECTION.test(fault.message) ? BUSY() : fault;
}
