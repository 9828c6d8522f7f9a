import type { CellId, Finding } from '@gongkai/model';
import type { AgencyFacts } from '@gongkai/rules';
import { checkTyped } from './check-typed';
import { isUnfinished } from './is-unfinished';

describe('a form on the desk', () => {
  const AGENCY: AgencyFacts = { name: '青禾县教育局', kind: 'DEPARTMENT', cannotHave: [] };
  const found = (texts: ReadonlyMap<CellId, string>): readonly Finding[] =>
    checkTyped({ form: 'gb2021_30', year: 2025, texts, narrative: [], filing: 'online', lastYear: null, agency: AGENCY });

  it('that nobody has begun is unfinished, not wrong', () => {
    expect(isUnfinished(found(new Map()))).toBe(true);
  });

  it('is wrong as soon as a sum is', () => {
    const texts = new Map<CellId, string>([
      ['s4/review/upheld', '1'],
      ['s4/review/corrected', '0'],
      ['s4/review/other', '0'],
      ['s4/review/pending', '0'],
      ['s4/review/total', '7'],
    ]);
    expect(isUnfinished(found(texts))).toBe(false);
  });

  it('that is in order is not unfinished', () => {
    expect(isUnfinished([])).toBe(false);
  });
});
