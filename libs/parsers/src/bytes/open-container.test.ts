import { strToU8, zipSync, type Zippable } from 'fflate';
import { RefusedDocument } from '../refusals';
import { openContainer } from './open-container';

const TYPES = '[Content_Types].xml';
const zip = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ [TYPES]: '<Types/>', ...parts }).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ) as Zippable,
  );
function codeOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    if (error instanceof RefusedDocument) return error.refusal.code;
    throw error;
  }
}
const partOf = (bytes: Uint8Array, name: string) => codeOf(() => openContainer(bytes).part(name));
/** Where a signature stands in the central directory of the only other entry. */
const directoryOf = (bytes: Uint8Array, name: string): number => {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.lastIndexOf(name) - 46;
};

describe('openContainer', () => {
  it('gives parts by name without regard to case, slashes or encoding', () => {
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...'<页/>'].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]),
    ]);
    const container = openContainer(zip({ 'word\\Document.xml': '<a/>', 'word/other.xml': utf16 }));
    expect(container.xml('word/document.xml')).toBe('<a/>');
    expect(container.xml('word/other.xml')).toBe('<页/>');
    expect(container.part('word/none.xml')).toBeNull();
  });

  it('refuses what is cut short at any byte, and what is no Office file', () => {
    const whole = zip({ 'a.xml': '<a/>'.repeat(50) });
    for (let length = 0; length < whole.length; length += 1) expect(partOf(whole.subarray(0, length), 'a.xml')).toBe('DAMAGED_FILE');
    expect(codeOf(() => openContainer(zipSync({ 'a.xml': strToU8('<a/>') })))).toBe('DAMAGED_FILE');
  });

  it('never gives a part of which a byte was changed', () => {
    const part = '<a>12</a>'.repeat(9);
    const whole = zip({ 'a.xml': part });
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Uint8Array.from(whole, (byte, index) => (index === at ? byte ^ 1 : byte));
      let read: string | null = null;
      const code = codeOf(() => (read = openContainer(changed).xml('a.xml')));
      expect([part, null]).toContain(read);
      expect(['read', 'DAMAGED_FILE', 'ENCRYPTED_FILE', 'EXPANDS_TOO_FAR']).toContain(code);
    }
  });

  it('refuses two parts of one name', () => {
    expect(codeOf(() => openContainer(zip({ 'a.xml': '1', 'A.xml': '2' })))).toBe('DAMAGED_FILE');
  });

  it('refuses macros by the name of a part and by the types of content', () => {
    expect(codeOf(() => openContainer(zip({ 'word/vbaProject.bin': 'x' })))).toBe('HOLDS_MACROS');
    expect(
      codeOf(() => openContainer(zip({ [TYPES]: '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>' }))),
    ).toBe('HOLDS_MACROS');
  });

  it('refuses an encrypted entry', () => {
    const bytes = zip({ 'a.xml': '<a/>' });
    bytes[directoryOf(bytes, 'a.xml') + 8]! |= 1;
    expect(codeOf(() => openContainer(bytes))).toBe('ENCRYPTED_FILE');
  });

  it('lets no document type through, in any encoding', () => {
    const doctype = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>';
    const utf16 = Uint8Array.from([...doctype].flatMap((letter) => [0, letter.charCodeAt(0)]));
    expect(partOf(zip({ 'a.xml': doctype }), 'a.xml')).toBe('DAMAGED_FILE');
    expect(partOf(zip({ 'a.xml': utf16 }), 'a.xml')).toBe('DAMAGED_FILE');
  });

  it('refuses what says it unpacks to too much, and counts what does without saying so', () => {
    const bomb = zip({ 'a.xml': new Uint8Array(65 * 1024 * 1024) });
    expect(codeOf(() => openContainer(bomb))).toBe('EXPANDS_TOO_FAR');
    bomb.set([1, 0, 0, 0], directoryOf(bomb, 'a.xml') + 24);
    expect(codeOf(() => openContainer(bomb))).toBe('read');
    expect(partOf(bomb, 'a.xml')).toBe('EXPANDS_TOO_FAR');
  });

  it('counts all parts together, also when they share their bytes', () => {
    const bytes = zip({ 'a.xml': new Uint8Array(40 * 1024 * 1024), 'b.xml': new Uint8Array(40 * 1024 * 1024) });
    for (const name of ['a.xml', 'b.xml']) bytes.set([1, 0, 0, 0], directoryOf(bytes, name) + 24);
    const container = openContainer(bytes);
    expect(container.part('a.xml')?.length).toBe(40 * 1024 * 1024);
    expect(codeOf(() => container.part('b.xml'))).toBe('EXPANDS_TOO_FAR');
  });

  it('refuses more parts than any report has', () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`p${index}.xml`, '']));
    expect(codeOf(() => openContainer(zip(many)))).toBe('EXPANDS_TOO_FAR');
  });
});
