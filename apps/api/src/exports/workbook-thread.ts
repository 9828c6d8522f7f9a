import { setPriority } from 'node:os';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type WorkbookSheet, type SheetColumn, writeWorkbook } from '@gongkai/exports';

export type ThreadRow = readonly (string | null)[];

/** What the thread is sent: the sheet, its rows in parts, and their end. */
export type WorkbookMessage =
  { readonly name: string; readonly columns: readonly SheetColumn[] } | { readonly rows: readonly ThreadRow[] } | { readonly ended: true };

/** What it answers: the rows of a part are written, then the whole. */
export type WorkbookAnswer = { readonly taken: number } | { readonly workbook: Uint8Array };

if (parentPort !== null) {
  // Linux takes this for the thread alone; elsewhere it would be the whole program.
  if (process.platform === 'linux') setPriority(workerData as number);
  void write(parentPort);
}

async function write(port: MessagePort): Promise<void> {
  const messages = received(port);
  const say = (answer: WorkbookAnswer): void => port.postMessage(answer);
  const first = await messages.next();
  if (first.done === true || !('name' in first.value)) throw new Error('a workbook begins with its sheet');
  const { name, columns } = first.value;
  const sheet: WorkbookSheet = { name, columns, rows: rowsOf(messages, say) };
  say({ workbook: await writeWorkbook([sheet]) });
  port.close();
}

async function* rowsOf(
  messages: AsyncIterable<WorkbookMessage>,
  say: (answer: WorkbookAnswer) => void,
): AsyncGenerator<ThreadRow, void, undefined> {
  for await (const message of messages) {
    if ('ended' in message) return;
    if (!('rows' in message)) continue;
    yield* message.rows;
    say({ taken: message.rows.length });
  }
}

async function* received(port: MessagePort): AsyncGenerator<WorkbookMessage, void, undefined> {
  const waiting: WorkbookMessage[] = [];
  let wake: (() => void) | undefined;
  port.on('message', (message: WorkbookMessage) => {
    waiting.push(message);
    wake?.();
  });
  for (;;) {
    const next = waiting.shift();
    if (next !== undefined) yield next;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
}
