import { createHash } from 'node:crypto';
import { type ArchiveOutcome, LARGEST_FILE } from '@gongkai/parsers';
import type { NewFile } from './imports.store';

const ARCHIVE = /\.zip$/i;
/** A year standing by itself in a path; the last one is the nearest to the file. */
const YEARS = /(?<!\d)20\d\d(?!\d)/g;

/**
 * The files of what was sent, archives opened, in the order in which they are imported: by the year their path names, so that last year's
 * report stands when this year's is checked, then by path. What an archive holds and cannot give is a file that is refused.
 */
export async function unpackUploads(uploads: readonly Upload[], open: OpenArchive): Promise<readonly NewFile[]> {
  const files: Unordered[] = [];
  for (const upload of uploads) {
    if (ARCHIVE.test(upload.name)) files.push(...filesOf(upload.name, await open(upload.content)));
    else files.push(fileOf(upload.name, upload.content));
  }
  return files
    .map((file) => ({ file, year: yearIn(file.name) }))
    .sort((one, other) => compare(one.year, other.year) || compare(one.file.name, other.file.name))
    .map(({ file }, index) => ({ ...file, ordinal: index + 1 }));
}

type Unordered = Omit<NewFile, 'ordinal'>;
type OpenArchive = (archive: Uint8Array) => Promise<ArchiveOutcome>;

interface Upload {
  readonly name: string;
  readonly content: Uint8Array;
}

function filesOf(name: string, opened: ArchiveOutcome): readonly Unordered[] {
  if (!opened.ok) return [{ name, sha256: null, content: null, refusal: opened.refusal }];
  return opened.files.map((file) =>
    file.ok
      ? fileOf(`${name}/${file.name}`, file.bytes)
      : { name: `${name}/${file.name}`, sha256: null, content: null, refusal: file.refusal },
  );
}

function fileOf(name: string, content: Uint8Array): Unordered {
  if (content.byteLength > LARGEST_FILE * 1024 * 1024) {
    const message = { zh: `文件超过 ${LARGEST_FILE} MB。`, en: `The file is larger than ${LARGEST_FILE} MB.` };
    return { name, sha256: null, content: null, refusal: { code: 'FILE_TOO_LARGE', message } };
  }
  return { name, sha256: createHash('sha256').update(content).digest('hex'), content, refusal: null };
}

function yearIn(path: string): string {
  return path.match(YEARS)?.at(-1) ?? '';
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
