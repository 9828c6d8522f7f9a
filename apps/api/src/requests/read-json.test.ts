import { readJson } from './read-json';

const LIMITS = { depth: 5, values: 20 };
const read = (text: string): unknown => readJson(Buffer.from(text), LIMITS);

describe('JSON from outside', () => {
  it('is read as it stands', () => {
    expect(read('{"a":[1,{"b":"\\"[[[[[[[[{,,,,,,,,,,,,,,,,,,,,,,,,"}]}')).toEqual({ a: [1, { b: '"[[[[[[[[{,,,,,,,,,,,,,,,,,,,,,,,,' }] });
    expect(read('"𠮷\\ud842\\udfb7"')).toBe('𠮷𠮷');
  });

  it.each([
    ['JSON_TOO_DEEP', '['.repeat(1_000_000)],
    ['JSON_TOO_DEEP', '{"a":'.repeat(6)],
    ['JSON_TOO_LARGE', `[${'1,'.repeat(500)}1]`],
    ['BAD_JSON', '{"a"'],
    ['BAD_JSON', '"never ends'],
    ['BAD_JSON', ''],
    ['BAD_JSON', '{"__proto__":{"x":1}}'],
    ['BAD_TEXT', '{"a":"x\\u0000"}'],
    ['BAD_TEXT', '{"a":["\\ud800"]}'],
    ['BAD_TEXT', '{"\\udc00":1}'],
  ])('%s', (code, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code }));
  });
});
