import { readsAsName, refuseNames } from './names';

describe('a name', () => {
  it.each(['云川市教育局', 'Bureau of Education (2)', 'Ærø', '𠮷野家', 'a b'])('%j is one', (name) => expect(readsAsName(name)).toBe(true));

  it.each(['\u0007局', '教育\n局', '\u009b31m局', 'a\u202eb', '\u2066局', '局\u2028', '局\ufffd', '\t', '\u0000'])('%j is none', (name) => {
    expect(readsAsName(name)).toBe(false);
    expect(refuseNames(['教育局', name])).toMatchObject({ code: 'BAD_NAME' });
    expect(readsAsName(JSON.stringify(refuseNames([name])?.message))).toBe(true);
  });
});
