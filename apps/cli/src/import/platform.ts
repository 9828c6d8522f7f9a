import type { TypedDocumentString } from '../generated/graphql';

/** A gongkai platform and the token with which it is asked. */
export interface Platform {
  /** Without a slash at its end. */
  readonly address: string;
  readonly token: string;
}

export interface FileSent {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The platform is not there, or does not know who asks; the message is for the one who ran the command. */
export class PlatformTrouble extends Error {}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Asks as any client would. `files` stand at `variables.input.files.0` and so on, by the GraphQL multipart request convention. */
export async function askPlatform<Result, Variables>(
  { address, token }: Platform,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  files: readonly FileSent[] = [],
): Promise<Result> {
  const query = document.toString();
  const json = JSON.stringify({ query, variables });
  const { data, errors } = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'apollo-require-preflight': '1',
      ...(files.length === 0 ? { 'content-type': 'application/json' } : {}),
    },
    body: files.length === 0 ? json : multipart(json, files),
  }).then(answerOf<Result>, (error: unknown) => {
    throw new PlatformTrouble(`${address}: ${causeOf(error)}`);
  });
  if (errors !== undefined || data == null) throw new PlatformTrouble(errors?.map(({ message }) => message).join('; ') ?? address);
  return data;
}

function multipart(operations: string, files: readonly FileSent[]): FormData {
  const form = new FormData();
  form.set('operations', operations);
  form.set('map', JSON.stringify(Object.fromEntries(files.map((_, at) => [at, [`variables.input.files.${at}`]]))));
  files.forEach(({ name, bytes }, at) => form.set(String(at), new Blob([bytes]), name));
  return form;
}

async function answerOf<Result>(response: Response): Promise<Answer<Result>> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Answer<Result>;
  } catch {
    throw new PlatformTrouble(`${response.url}: HTTP ${response.status}`);
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
