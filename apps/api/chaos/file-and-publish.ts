import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMS } from '@gongkai/catalogue';
import { type CellId, cellsOf } from '@gongkai/model';
import { type ChaosAgency, CHAOS_YEARS } from './chaos-city';
import { CHAOS_ROOT } from './workspace-root';
import type { StubbornClient, StubbornUpload } from './stubborn-client';

/** What the platform acknowledged to an agency. */
export interface AcknowledgedFiling {
  readonly agencyId: string;
  readonly year: number;
  readonly key: string;
  readonly receipt: string;
  readonly contentSha256: string;
  readonly editionId: string;
  /** The filing had been kept before its answer was lost. */
  readonly repeated: boolean;
}

interface Submitted {
  readonly __typename: string;
  readonly code?: string;
  readonly repeated: boolean;
  readonly receipt: { readonly number: string; readonly contentSha256: string };
  readonly edition: { readonly id: string };
}

const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename ... on Refusal { code }
  ... on Submission { repeated receipt { number contentSha256 } edition { id } } } }`;
const EVERY_FOURTH = 4;

/** Every fourth agency sends one file, the others type their figures year after year. */
export function yearsAt(place: number): readonly number[] {
  return sendsFile(place) ? [2023] : CHAOS_YEARS;
}

export const sendsFile = (place: number): boolean => place % EVERY_FOURTH === EVERY_FOURTH - 1;

/** Files one report with its key until it is acknowledged. */
export async function fileUntilHeard(
  client: StubbornClient,
  agency: ChaosAgency,
  place: number,
  year: number,
): Promise<AcknowledgedFiling> {
  const key = `${agency.id}-${year}`;
  const file = sendsFile(place) ? documentOf(agency.name, year) : undefined;
  const content = file === undefined ? { cells: cellsWith(place + year), narrative: NARRATIVE } : { file: null };
  const ask = {
    query: SUBMIT,
    variables: { input: { idempotencyKey: key, report: { agencyId: agency.id, year, ...content } } },
    as: { authorization: `Bearer ${agency.token}` },
    ...(file === undefined ? {} : { files: [{ ...file, place: 'variables.input.report.file' }] }),
  };
  const { submitReport: said } = (await client.ask<{ submitReport: Submitted }>(ask)).answer;
  if (said.__typename !== 'Submission') throw new Error(`the report ${key} was refused: ${said.code}`);
  const { receipt, edition, repeated } = said;
  return { agencyId: agency.id, year, key, receipt: receipt.number, contentSha256: receipt.contentSha256, editionId: edition.id, repeated };
}

/** Accepts and publishes as the supervisor; a step that is refused at a later attempt was taken at an earlier one. */
export async function decideUntilHeard(client: StubbornClient, agency: ChaosAgency, editionId: string): Promise<void> {
  for (const step of ['acceptReport', 'publishReport']) {
    const { answer, attempt } = await client.ask<Record<string, { __typename: string; code?: string }>>({
      query: `mutation ($id: ID!) { ${step}(editionId: $id) { __typename ... on Refusal { code } } }`,
      variables: { id: editionId },
      as: { cookie: agency.supervisor },
    });
    const said = answer[step];
    const wasTaken = attempt > 1 && said?.code === 'ILLEGAL_MOVE';
    if (said?.__typename !== 'Edition' && !wasTaken) throw new Error(`${step} of ${editionId} was refused: ${said?.code}`);
  }
}

const REPORT = readFileSync(join(CHAOS_ROOT, 'test/reports/accepted/one-cell-a-line.txt'), 'utf8');

/** The year's report of an agency, as a text file. */
export function documentOf(name: string, year: number): StubbornUpload {
  const text = REPORT.replaceAll('青禾县农业农村局', name).replace(/202([34])年/g, (_, digit) => `${year + Number(digit) - 3}年`);
  return { name: '年度报告.txt', content: Buffer.from(text) };
}

const CELLS = FORMS.slice(-1).flatMap(({ grids }) => grids.flatMap(cellsOf));
const COUNTED: readonly CellId[] = ['new_received', 'granted', 'total_processed'].flatMap((row) =>
  ['natural_person', 'total'].map((column) => `s3/${row}/${column}` as CellId),
);

/** So many requests, all granted; the rest is 0. */
function cellsWith(requests: number): readonly { readonly cell: string; readonly text: string }[] {
  return CELLS.map((cell) => ({ cell, text: COUNTED.includes(cell) ? String(requests) : '0' }));
}

const NARRATIVE = [
  { section: 's1', text: '全年按规定公开政府信息。' },
  { section: 's5', text: '更新不够及时，已经明确专人负责。' },
  { section: 's6', text: '本年度没有收取信息处理费。' },
];
