import { decodeText } from './decode-text';

const GBK = Uint8Array.from([0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa]);
const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

describe('decodeText', () => {
  it('reads UTF-8 with and without mark, UTF-16 with mark, GBK with and without name', () => {
    expect(decodeText(utf8('政府'))).toBe('政府');
    expect(decodeText(joined(Uint8Array.from([0xef, 0xbb, 0xbf]), utf8('政府')))).toBe('政府');
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x3f, 0x65]))).toBe('政');
    expect(decodeText(Uint8Array.from([0xfe, 0xff, 0x65, 0x3f]))).toBe('政');
    expect(decodeText(GBK)).toBe('政府信息公开');
    expect(decodeText(joined(utf8('<meta charset="gb2312">'), GBK))).toBe('<meta charset="gb2312">政府信息公开');
  });

  it('believes the bytes rather than a page that was saved anew and still says gb2312', () => {
    expect(decodeText(utf8('<meta charset=gb2312>政府'))).toBe('<meta charset=gb2312>政府');
  });

  it('reads UTF-8 with one broken character, and refuses what is not text', () => {
    expect(decodeText(joined(utf8('政府信息公开'.repeat(100)), Uint8Array.from([0xe6]), utf8('年报')))).toMatch(/\uFFFD年报$/);
    expect(decodeText(Uint8Array.from([0x41, 0, 0x42]))).toBeNull();
    expect(decodeText(Uint8Array.from([0x80, 0xff, 0x81, 0xff, 0xfe]))).toBeNull();
  });
});
