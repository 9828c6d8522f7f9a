import type { ChaosAgency } from './chaos-city';
import { documentOf, sendsFile } from './file-and-publish';
import type { StubbornClient } from './stubborn-client';

/** Years beside none that such an agency files, so that its own report is checked against none of them. */
const IMPORTED_YEARS = [2019, 2021, 2025];

/** More files than this a single import does not take. */
const MOST_FILES = 100;

/** An import under way, and how many files it has. */
export interface History {
  readonly jobId: string;
  readonly files: number;
}

interface Started {
  readonly __typename: string;
  readonly id?: string;
  readonly code?: string;
}

/** Begins to import reports of other years of the agencies that send files; the platform works on them while all agencies file. */
export async function bringInHistory(client: StubbornClient, agencies: readonly ChaosAgency[], by: Importer): Promise<History> {
  const uploads = agencies
    .filter((_, place) => sendsFile(place))
    .flatMap(({ name }) => IMPORTED_YEARS.map((year) => ({ ...documentOf(name, year), name: `${name} ${year}.txt` })))
    .slice(0, MOST_FILES);
  const { answer } = await client.ask<{ startImport: Started }>({
    query:
      'mutation ($input: StartImportInput!) { startImport(input: $input) { __typename ... on Refusal { code } ... on ImportJob { id } } }',
    variables: { input: { regionId: by.regionId, source: { citation: '市政府网站年报专栏' }, files: uploads.map(() => null) } },
    as: { cookie: by.session },
    files: uploads.map((upload, at) => ({ ...upload, place: `variables.input.files.${at}` })),
  });
  const { id, code } = answer.startImport;
  if (id === undefined) throw new Error(`the import was refused: ${code}`);
  return { jobId: id, files: uploads.length };
}

/** Who imports, for which region. */
export interface Importer {
  readonly session: string;
  readonly regionId: string;
}
