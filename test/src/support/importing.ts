import type { Upload } from './running-server';
import type { SmallCityServer } from './small-city-server';

export interface OutcomeSeen {
  readonly file: number;
  readonly name: string;
  readonly result: 'kept' | 'doubtful' | 'refused';
  readonly repeated: boolean;
  readonly year: number | null;
  readonly printedName: string | null;
  readonly agency: { readonly id: string; readonly name: string } | null;
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
  readonly refusal: { readonly code: string; readonly message: { readonly zh: string } } | null;
}

export interface JobSeen {
  readonly __typename?: string;
  readonly code?: string;
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'ended';
  readonly done: number;
  readonly total: number | null;
  readonly kept: number;
  readonly doubtful: number;
  readonly refused: number;
}

export const JOB = 'id state done total kept doubtful refused';
export const OUTCOME =
  'file name result repeated year printedName agency { id name } candidates { id name } refusal { code message { zh } } edition { id origin }';

type Asked = Pick<SmallCityServer['server'], 'address' | 'ask'>;

/** Sends archives and files to be imported; gives the import or the refusal. */
export async function startImportJob(server: Asked, cookie: string | undefined, files: readonly Upload[], input: object): Promise<JobSeen> {
  const query = `mutation ($input: StartImportInput!) { startImport(input: $input) { __typename ... on Refusal { code } ... on ImportJob { ${JOB} } } }`;
  const form = new FormData();
  form.set('operations', JSON.stringify({ query, variables: { input: { ...input, files: files.map(() => null) } } }));
  form.set('map', JSON.stringify(Object.fromEntries(files.map((_, at) => [at, [`variables.input.files.${at}`]]))));
  files.forEach((file, at) => form.set(String(at), new Blob([file.content as never]), file.name));
  const headers = { 'apollo-require-preflight': '1', ...(cookie === undefined ? {} : { cookie }) };
  const response = await fetch(`${server.address}/graphql`, { method: 'POST', headers, body: form });
  const { data, errors } = (await response.json()) as { data: { startImport: JobSeen }; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data.startImport;
}

export async function jobOf(server: Asked, cookie: string | undefined, id: string): Promise<JobSeen | null> {
  return (await server.ask<{ importJob: JobSeen | null }>(`query ($id: ID!) { importJob(id: $id) { ${JOB} } }`, { id }, { cookie })).result
    .importJob;
}

/** Waits until `enough` holds of the import. */
export async function jobWhen(
  server: Asked,
  cookie: string | undefined,
  id: string,
  enough: (job: JobSeen) => boolean = ({ state }) => state === 'ended',
): Promise<JobSeen> {
  for (;;) {
    const job = await jobOf(server, cookie, id);
    if (job === null) throw new Error(`there is no import ${id}`);
    if (enough(job)) return job;
    await new Promise((tick) => setTimeout(tick, 50));
  }
}

export async function importOutcomes(server: Asked, cookie: string | undefined, id: string, results?: readonly string[]) {
  const { result, errors } = await server.ask<{ importJob: { outcomes: { items: readonly OutcomeSeen[]; total: number } } }>(
    `query ($id: ID!, $results: [ImportResult!]) { importJob(id: $id) { outcomes(results: $results, first: 200) { total items { ${OUTCOME} } } } }`,
    { id, results },
    { cookie },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return result.importJob.outcomes;
}
