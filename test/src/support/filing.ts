import type { RunningServer, Upload } from './running-server';

export interface RefusalSeen {
  readonly __typename: 'Refusal';
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
  readonly findings: readonly FindingSeen[];
}

export interface FindingSeen {
  readonly code: string;
  readonly severity: string;
  readonly cells: readonly string[];
  readonly path: { readonly zh: string; readonly en: string };
  readonly message: { readonly zh: string; readonly en: string };
  readonly expected: string | null;
  readonly found: string | null;
  readonly consequences: readonly { readonly code: string; readonly message: { readonly zh: string } }[];
  readonly repair: {
    readonly count: number;
    readonly complete: boolean;
    readonly alternatives: readonly {
      readonly changes: readonly { readonly cell: string; readonly from: string | null; readonly to: string }[];
    }[];
  } | null;
}

export interface SubmissionSeen {
  readonly __typename: 'Submission';
  readonly repeated: boolean;
  readonly receipt: { readonly number: string; readonly contentSha256: string; readonly documentSha256: string | null };
  readonly edition: { readonly id: string; readonly number: number; readonly state: string; readonly findings: readonly FindingSeen[] };
}

export interface ValidationSeen {
  readonly __typename: 'Validation';
  readonly verdict: string;
  readonly verdictWords: { readonly zh: string };
  readonly year: number | null;
  readonly declared: readonly { readonly code: string; readonly amount: string; readonly quotation: string }[];
  readonly cells: readonly { readonly cell: string; readonly state: string; readonly amount: string | null; readonly raw: string }[];
  readonly findings: readonly FindingSeen[];
}

const FINDING = `{ code severity cells path { zh en } message { zh en } expected found consequences { code message { zh } }
  repair { count complete alternatives { changes { cell from to slip { code } } } } }`;
const REFUSAL = `... on Refusal { code message { zh en } findings ${FINDING} }`;
const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename ${REFUSAL}
  ... on Submission { repeated receipt { number contentSha256 documentSha256 } edition { id number state findings ${FINDING} } } } }`;
const VALIDATE = `mutation ($input: ReportInput!) { validateReport(input: $input) { __typename ${REFUSAL}
  ... on Validation { verdict verdictWords { zh } year declared { code amount quotation } cells { cell state amount raw } findings ${FINDING} } } }`;

export interface FilingInput {
  readonly agencyId: string;
  readonly year: number;
  readonly key?: string;
  readonly file?: Upload;
  readonly cells?: readonly { readonly cell: string; readonly text: string | null }[];
  readonly narrative?: readonly { readonly section: string; readonly text: string }[];
  readonly reasonClass?: string;
  readonly reason?: string;
  readonly explanations?: readonly { readonly code: string; readonly cell?: string; readonly text: string }[];
}

/** Files a report as somebody; gives what the mutation said. */
export async function submit(
  server: RunningServer,
  cookie: string | undefined,
  filing: FilingInput,
): Promise<SubmissionSeen | RefusalSeen> {
  const { agencyId, year, key, file, cells, narrative, reasonClass, reason, explanations } = filing;
  const report = { agencyId, year, ...(file ? { file: null } : { cells, narrative }) };
  const input = { report, idempotencyKey: key, reasonClass, reason, explanations };
  const answer = await server.ask<{ submitReport: SubmissionSeen | RefusalSeen }>(SUBMIT, { input }, { cookie, ...(file ? { file } : {}) });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.result.submitReport;
}

export async function validate(
  server: RunningServer,
  cookie: string | undefined,
  input: Partial<Pick<FilingInput, 'agencyId' | 'year' | 'file' | 'cells' | 'narrative'>>,
): Promise<ValidationSeen | RefusalSeen> {
  const { file, ...report } = input;
  const answer = await server.ask<{ validateReport: ValidationSeen | RefusalSeen }>(
    VALIDATE,
    { input: { ...report, ...(file ? { file: null } : {}) } },
    { cookie, ...(file ? { file } : {}) },
  );
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.result.validateReport;
}

type Step = 'acceptReport' | 'publishReport' | 'returnReport';

/** Takes a decision; gives the new state, or the refusal. */
export async function decide(
  server: RunningServer,
  cookie: string | undefined,
  step: Step,
  editionId: string,
): Promise<{ readonly __typename: string; readonly state?: string; readonly code?: string }> {
  const reason = step === 'returnReport' ? ', reason: "请核对第三部分的数据"' : '';
  const answer = await server.ask<Record<Step, { __typename: string; state?: string; code?: string }>>(
    `mutation ($id: ID!) { ${step}(editionId: $id${reason}) { __typename ... on Edition { state } ... on Refusal { code } } }`,
    { id: editionId },
    { cookie },
  );
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.result[step];
}

export { series, type PointSeen, type SeriesRequest } from './series';
