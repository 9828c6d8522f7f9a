import type { ZipEntry } from '../bytes/zip-directory';

/** The name of an entry: UTF-8 where its flag (bit 11) says so or its bytes are valid UTF-8, else GBK, as Chinese Windows writes it. Always parted by slashes. */
export function decodeName({ name, utf8 }: Pick<ZipEntry, 'name' | 'utf8'>): string {
  return (utf8 ? new TextDecoder().decode(name) : guessed(name)).replaceAll('\\', '/');
}

function guessed(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('gb18030').decode(name);
  }
}
