import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { TypedDocumentString } from '../generated/graphql';
import { ask } from './ask';
import { Fault } from './fault';

interface Answers extends DBSchema {
  /** By reader, question and variables. */
  answers: { key: string; value: unknown };
}

/** The reader of what is not read as anybody: the session itself. */
export const EVERYBODY = '';

let reader = EVERYBODY;
let opening: Promise<IDBPDatabase<Answers>> | null = null;

/** Whose answers are kept and recalled from now on; those of another account are never given. */
export function recallFor(accountId: string): void {
  reader = accountId;
}

/** Asks and keeps the answer in this browser; where nobody answers, what was answered last. For what a desk needs without a network, no more. */
export async function askOrRecall<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  whose = reader,
): Promise<Result> {
  try {
    const answer = await ask(document, variables);
    await inStore((answers) => answers.put('answers', answer, keyOf(document, variables, whose)));
    return answer;
  } catch (fault) {
    if (!(fault instanceof Fault) || fault.kind !== 'offline') throw fault;
    const kept = await recall(document, variables, whose);
    if (kept === undefined) throw fault;
    return kept;
  }
}

/** What was answered last; undefined where this browser has kept nothing. */
export async function recall<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  whose: string,
): Promise<Result | undefined> {
  return (await inStore((answers) => answers.get('answers', keyOf(document, variables, whose)))) as Result | undefined;
}

function keyOf<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables, whose: string): string {
  return JSON.stringify([whose, document.toString(), variables]);
}

/** Nothing that was answered stays in this browser, e.g. as the reader logs out. */
export async function forgetAnswers(): Promise<void> {
  await inStore((answers) => answers.clear('answers'));
}

/** Undefined where this browser keeps nothing: then nothing is recalled either. */
async function inStore<Value>(work: (answers: IDBPDatabase<Answers>) => Promise<Value>): Promise<Value | undefined> {
  try {
    opening ??= openDB<Answers>('gongkai-answers', 1, { upgrade: (answers) => void answers.createObjectStore('answers') });
    return await work(await opening);
  } catch {
    return undefined;
  }
}
