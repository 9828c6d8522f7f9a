import { contentDifferences, mergedContent } from './content-differences';
import type { TypedContent } from './typed-content';

const content = (cells: Readonly<Record<string, string | null>>, more: Partial<TypedContent> = {}): TypedContent => ({
  form: 'gb2021_30',
  cells: Object.entries(cells).map(([cell, text]) => ({ cell, text })),
  narrative: [],
  explanations: [],
  notes: [],
  reasonClass: null,
  reason: null,
  ...more,
});

describe('two versions of a draft', () => {
  const theirs = content(
    { a: '1', b: '2', c: null },
    { narrative: [{ section: 's1', text: '甲' }], reason: '改正合计', reasonClass: 'correction' },
  );
  const yours = content(
    { a: '1', b: '3', c: ' ', d: '4' },
    {
      narrative: [{ section: 's1', text: '乙' }],
      explanations: [{ code: 'EO', cell: 'b', text: '属实无误' }],
      notes: [{ on: 's2', text: '含移交' }],
    },
  );

  it('differ where one says something else, blank or missing alike', () => {
    expect(contentDifferences(theirs, yours).map(({ key, theirs: one, yours: other }) => [key, one, other])).toEqual([
      ['cell b', '2', '3'],
      ['section s1', '甲', '乙'],
      ['reason', 'correction\n改正合计', null],
      ['cell d', null, '4'],
      ['explanation EO b', null, '属实无误'],
      ['note s2', null, '含移交'],
    ]);
    expect(contentDifferences(theirs, theirs)).toEqual([]);
  });

  it('make one where of each difference a side is chosen', () => {
    expect(
      contentDifferences(
        theirs,
        mergedContent(theirs, yours, () => 'theirs'),
      ),
    ).toEqual([]);
    expect(
      contentDifferences(
        yours,
        mergedContent(theirs, yours, () => 'yours'),
      ),
    ).toEqual([]);
    const mixed = mergedContent(theirs, yours, ({ kind }) => (kind === 'cell' ? 'yours' : 'theirs'));
    expect(mixed).toEqual({ ...theirs, cells: content({ a: '1', b: '3', c: null, d: '4' }).cells });
  });

  it('lose a cell that one emptied only where that is chosen', () => {
    const emptied = content({ b: '2', c: null }, { narrative: theirs.narrative, reason: theirs.reason!, reasonClass: 'correction' });
    expect(mergedContent(theirs, emptied, () => 'yours').cells.some(({ cell }) => cell === 'a')).toBe(false);
    expect(mergedContent(theirs, emptied, () => 'theirs').cells.find(({ cell }) => cell === 'a')?.text).toBe('1');
  });
});
