import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { readFileBytes, readStreamBytes } from './read-bytes';
import { NOTHING_IN_FOLDER, refuseByError, refusedSource } from './refusals';
import { openArchiveAt } from './open-archive-at';
import type { FileContainer, Source } from './source';

/** Left by office programs and file managers beside the files of a folder; named outright they are checked like any other. */
const LITTER = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

const ARCHIVE = /\.zip$/i;

/**
 * What the arguments name, in their order: files, folders (every file below them, sorted by path), `.zip` archives, and `-` for standard input.
 * What does not exist is a source that refuses.
 */
export async function listSources(
  names: readonly string[],
  input: AsyncIterable<Uint8Array>,
): Promise<readonly (Source | FileContainer)[]> {
  const found: (Source | FileContainer)[] = [];
  for (const name of names) {
    if (name === '-') found.push({ name, load: () => readStreamBytes(input) });
    else found.push(...(await sourcesAt(name)));
  }
  return found;
}

async function sourcesAt(name: string): Promise<readonly (Source | FileContainer)[]> {
  try {
    if (!(await stat(name)).isDirectory()) return [fileSource(name)];
    const files = await filesBelow(name);
    return files.length === 0 ? [refusedSource(name, NOTHING_IN_FOLDER)] : files.map(fileSource);
  } catch (error) {
    return [refusedSource(name, refuseByError(error))];
  }
}

function fileSource(name: string): Source | FileContainer {
  return ARCHIVE.test(name) ? { name, open: () => openArchiveAt(name) } : { name, load: () => readFileBytes(name) };
}

/** Sorted by path; what office programs and file managers leave behind is left out. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !LITTER.test(name));
  const found: string[] = [];
  for (const entry of entries) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(place)));
    else found.push(place);
  }
  return found.sort();
}

/** The sources themselves, archives opened one after the other; `onOpened` is told how many an archive turned out to hold. */
export async function* eachSource(
  listed: readonly (Source | FileContainer)[],
  onOpened: (held: number) => void = () => undefined,
): AsyncGenerator<Source, void, undefined> {
  for (const each of listed) {
    if ('load' in each) yield each;
    else {
      const sources = await each.open();
      onOpened(sources.length);
      yield* sources;
    }
  }
}
