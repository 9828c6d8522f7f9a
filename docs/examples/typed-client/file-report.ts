// Files a report: file-report report.docx AGENCY-ID YEAR, with GONGKAI_URL and GONGKAI_TOKEN set. Needs Node and nothing else at run time.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { FileReportDocument, type FileReportMutation, type FileReportMutationVariables } from './generated/graphql';

const { GONGKAI_URL = 'http://localhost:3000', GONGKAI_TOKEN = '' } = process.env;

async function fileReport(file: string, agencyId: string, year: number): Promise<FileReportMutation['submitReport']> {
  const content = Uint8Array.from(await readFile(file));
  // The same key with the same content gives the same receipt, however often it is sent.
  const idempotencyKey = createHash('sha256').update(content).digest('hex');
  const variables: FileReportMutationVariables = { input: { idempotencyKey, report: { agencyId, year, file: null } } };
  const form = new FormData();
  form.set('operations', JSON.stringify({ query: FileReportDocument.toString(), variables }));
  form.set('map', JSON.stringify({ 0: ['variables.input.report.file'] }));
  form.set('0', new Blob([content]), basename(file));
  const response = await fetch(`${GONGKAI_URL}/graphql`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${GONGKAI_TOKEN}`, 'Apollo-Require-Preflight': '1' },
    body: form,
  });
  const { data, errors } = (await response.json()) as { data?: FileReportMutation; errors?: { message: string }[] };
  if (data === undefined) throw new Error(errors?.map(({ message }) => message).join('; ') ?? `HTTP ${response.status}`);
  return data.submitReport;
}

const [file = '', agencyId = '', year = ''] = process.argv.slice(2);
fileReport(file, agencyId, Number(year)).then(
  (result) => {
    if (result.__typename === 'Submission') console.log(`回执 ${result.receipt.number}`);
    else {
      console.error(`${result.code}: ${result.message.zh}`);
      for (const { message, remedy } of result.findings) console.error(`  ${message.zh} ${remedy.zh}`);
      process.exitCode = 1;
    }
  },
  (fault: unknown) => {
    console.error(fault);
    process.exitCode = 70;
  },
);
