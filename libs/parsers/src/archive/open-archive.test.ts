import { strToU8, zipSync, type Zippable } from 'fflate';
import { openArchive } from './open-archive';

const MEGABYTE = 1024 * 1024;
const zip = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file])) as Zippable,
  );
function listed(bytes: Uint8Array, limits?: Parameters<typeof openArchive>[1]): readonly (readonly [string, string])[] | string {
  const outcome = openArchive(bytes, limits);
  if (!outcome.ok) return `${outcome.refusal.code}: ${outcome.refusal.message.en}`;
  return outcome.files.map((file) => [file.name, file.ok ? new TextDecoder().decode(file.bytes) : file.refusal.code] as const);
}
/** Names written as raw bytes, without the flag for UTF-8: one byte a letter, as old Windows writes them. */
const rawZip = (letters: string, bytes: readonly number[]): Uint8Array => {
  const whole = zip({ [letters]: 'x' });
  for (let at = 0; at + letters.length <= whole.length; at += 1) {
    if (new TextDecoder('latin1').decode(whole.subarray(at, at + letters.length)) === letters) whole.set(bytes, at);
  }
  return whole;
};

describe('openArchive', () => {
  it('gives the files with their folders and leaves out what is none', () => {
    const bytes = zip({
      '2024/民政局.docx': 'a',
      '2024/': '',
      '__MACOSX/2024/._民政局.docx': 'b',
      '2024/.DS_Store': 'c',
      '2024/~$民政局.docx': 'd',
      '2024/.~lock.a.doc#': 'e',
      'Thumbs.db': 'f',
      '水利局.txt': 'g',
    });
    expect(listed(bytes)).toEqual([
      ['2024/民政局.docx', 'a'],
      ['水利局.txt', 'g'],
    ]);
  });

  it('reads names of Chinese Windows, and UTF-8 that does not say so', () => {
    expect(listed(rawZip('abcd.txt', [0xb1, 0xa8, 0xb8, 0xe6, ...strToU8('.txt')]))).toEqual([['报告.txt', 'x']]);
    expect(listed(rawZip('abcdef.txt', [...strToU8('报告.txt')]))).toEqual([['报告.txt', 'x']]);
  });

  it('refuses an archive in the archive, a damaged file and one too large for itself, and gives the others', () => {
    const bytes = zip({
      'a.zip': zip({ 'b.txt': 'b' }),
      'broken.txt': 'text '.repeat(50),
      'large.txt': new Uint8Array(17 * MEGABYTE),
      'c.txt': 'c',
    });
    const at = new TextDecoder('latin1').decode(bytes).indexOf('broken.txt') + 'broken.txt'.length;
    bytes[at + 3]! ^= 1;
    expect(listed(bytes)).toEqual([
      ['a.zip', 'ARCHIVE'],
      ['broken.txt', 'DAMAGED_FILE'],
      ['large.txt', 'FILE_TOO_LARGE'],
      ['c.txt', 'c'],
    ]);
  });

  it('says which limit was passed, counting the bytes that really come out', () => {
    const bytes = zip({ 'a.txt': new Uint8Array(3 * MEGABYTE), 'b.txt': new Uint8Array(3 * MEGABYTE) });
    const text = new TextDecoder('latin1').decode(bytes);
    for (const name of ['a.txt', 'b.txt']) bytes.set([1, 0, 0, 0], text.lastIndexOf(name) - 46 + 24);
    expect(listed(bytes, { files: 9, megabytes: 5 })).toMatch(/^EXPANDS_TOO_FAR: .*5 MB/);
    expect(listed(zip({ 'a.txt': '', 'b.txt': '', 'c.txt': '' }), { files: 2, megabytes: 5 })).toMatch(/^EXPANDS_TOO_FAR: .*2 files/);
  });

  it('refuses what is cut short', () => {
    expect(listed(zip({ 'a.txt': 'a' }).subarray(0, 60))).toMatch(/^DAMAGED_FILE/);
  });
});
