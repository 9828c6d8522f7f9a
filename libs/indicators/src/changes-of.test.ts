import { indicatorOf } from '@gongkai/catalogue';
import { pointFrom, sumRow } from '../fixtures/rows';
import { type Edge, type OrganisationRecord, changesOf, markPoint } from '.';

const edge = (predecessorId: string, kind: Edge['kind'], on: string, successorId: string | null): Edge => ({
  predecessorId,
  successorId,
  kind,
  on,
  basis: '编办〔2022〕5号',
});
const record = (edges: readonly Edge[], versions: OrganisationRecord['versions'] = []): OrganisationRecord => ({
  edges,
  versions,
  nameOf: (id) => `${id}局`,
});

describe('changes of a year', () => {
  const merger = [edge('a', 'merge', '2022-05-01', 'c'), edge('b', 'merge', '2022-05-01', 'c')];

  it('are told once an act, by all who took part, to whoever took part', () => {
    for (const id of ['a', 'b', 'c']) {
      expect(changesOf([id], 2022, record(merger))).toEqual([
        {
          kind: 'merge',
          on: '2022-05-01',
          basis: '编办〔2022〕5号',
          words: { zh: '2022-05-01 a局、b局并入c局', en: '2022-05-01: a局, b局 merged into c局' },
        },
      ]);
    }
    expect(changesOf(['d'], 2022, record(merger))).toEqual([]);
    expect([2021, 2023].flatMap((year) => changesOf(['a'], year, record(merger)))).toEqual([]);
  });

  it('are told of splits, renames, ends and moves in the order of their days', () => {
    const edges = [
      edge('a', 'abolish', '2022-12-31', null),
      edge('a', 'rename', '2022-02-01', 'x'),
      edge('a', 'split', '2022-01-01', 'b'),
      edge('a', 'split', '2022-01-01', 'c'),
    ];
    const version = { agencyId: 'a', on: '2022-03-01', basis: 'y' };
    const versions: OrganisationRecord['versions'] = [
      { ...version, kind: 'move', before: '甲县', after: '乙县' },
      { ...version, kind: 'move', on: '2022-04-01', before: null, after: '公安' },
      { ...version, kind: 'rename', on: '2022-05-01', before: '旧局', after: '新局' },
    ];
    expect(changesOf(['a'], 2022, record(edges, versions)).map(({ words }) => words.zh)).toEqual([
      '2022-01-01 a局分设出b局、c局',
      '2022-02-01 a局更名为x局',
      '2022-03-01 a局由甲县划归乙县',
      '2022-04-01 a局划归公安',
      '2022-05-01 旧局更名为新局',
      '2022-12-31 a局撤销',
    ]);
  });

  it('belong to the year on whose last day they were done', () => {
    const onDay = (on: string) =>
      [2021, 2022].filter((year) => changesOf(['a'], year, record([edge('a', 'abolish', on, null)])).length > 0);
    expect([onDay('2021-12-31'), onDay('2022-01-01'), onDay('2022-12-31')]).toEqual([[2021], [2022], [2022]]);
  });
});

describe('a marked point', () => {
  const same = { verdict: 'same', reason: null } as const;
  const point = { ...pointFrom(indicatorOf('new_received'), [sumRow('gb2021_30', '5', null, 9)]), comparability: same };
  const [merger] = changesOf(['a'], 2022, record([edge('a', 'merge', '2022-05-01', 'c')]));
  const [rename] = changesOf(['a'], 2022, record([edge('a', 'rename', '2022-05-01', 'c')]));

  it('compares with a note after a merger or a split, unless the structure is held constant', () => {
    expect(markPoint(point, [merger!], 'as_reported').comparability).toEqual({ verdict: 'note', reason: merger!.words });
    expect(markPoint(point, [merger!], 'constant')).toEqual({ ...point, changes: [merger] });
    expect(markPoint(point, [rename!], 'as_reported')).toEqual({ ...point, changes: [rename] });
  });

  it('keeps what was said before, and a verdict that is worse', () => {
    const reason = { zh: '口径不同', en: 'other definition' };
    const noted = markPoint({ ...point, comparability: { verdict: 'none', reason } }, [merger!], 'today').comparability!;
    expect(noted.verdict).toBe('none');
    expect(noted.reason!.zh).toBe(`口径不同；${merger!.words.zh}`);
    expect(markPoint({ ...point, comparability: null }, [merger!], 'today').comparability).toBeNull();
  });
});
