import { isRefused, type Source } from './source';
import { readFileBytes } from './read-bytes';
import { NOTHING_IN_ARCHIVE, refuseByFault, refuseLargeArchive, refusedSource } from './refusals';

/** The files of an archive as `archive.zip/name`, sorted; an archive that cannot be opened is one source that refuses. */
export async function openArchiveAt(name: string): Promise<readonly Source[]> {
  // Loaded with the first archive: the readers of all formats come with it.
  const { ARCHIVE_LIMITS, openArchive } = await import('@gongkai/parsers');
  const bytes = await readFileBytes(name, ARCHIVE_LIMITS.megabytes);
  if (isRefused(bytes)) return [refusedSource(name, bytes)];
  if (bytes.length > ARCHIVE_LIMITS.megabytes * 1024 * 1024) return [refusedSource(name, refuseLargeArchive(ARCHIVE_LIMITS.megabytes))];
  try {
    const outcome = openArchive(bytes);
    if (!outcome.ok) return [refusedSource(name, outcome.refusal)];
    if (outcome.files.length === 0) return [refusedSource(name, NOTHING_IN_ARCHIVE)];
    const files = outcome.files.map((file) => ({ name: `${name}/${file.name}`, load: async () => (file.ok ? file.bytes : file.refusal) }));
    return files.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (fault) {
    return [refusedSource(name, refuseByFault(fault))];
  }
}
