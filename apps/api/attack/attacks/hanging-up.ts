import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack } from '../attack';
import { sendQuestion } from '../ask';

const VALIDATE = `mutation ($input: ReportInput!) { validateReport(input: $input) { __typename ... on Refusal { code } } }`;
const ROWS = 60_000;
const SLOW = Buffer.from(`<table>${`<tr>${'<td>1</td>'.repeat(5)}</tr>`.repeat(ROWS)}</table>`);
const PATIENCE_MS = 300;

/** Files that take long to read, whose sender hangs up at once and comes again. */
export const hangingUp: Attack = async (address) => {
  const file = { name: 'report.html', content: SLOW };
  const question = { query: VALIDATE, variables: { input: { file: null } }, file, signal: AbortSignal.timeout(PATIENCE_MS) };
  const heard = await sendQuestion<object>(address, question).catch(() => null);
  if (heard?.code === 'BUSY' || heard?.status === 429) await sleep(PATIENCE_MS);
  return { refusedWith: heard === null ? 'hung up' : (heard.code ?? String(heard.status)) };
};
