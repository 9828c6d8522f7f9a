import { labelKeys } from '../labels/label-key';
import { matchInOrder, type Target } from './match-in-order';

const GROUPS = ['行政复议', '未经复议直接起诉', '复议后起诉'];
const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const keysOf = (label: string): ReadonlySet<string> => new Set(labelKeys(label));
const TARGETS: readonly Target[] = GROUPS.flatMap((group) =>
  OUTCOMES.map((outcome) => ({ keys: keysOf(outcome), above: [keysOf(group)] })),
);

/** Columns under the groups named, as many of each as asked. */
function columns(...groups: readonly (readonly [string, number])[]): readonly (readonly string[])[] {
  const heads = groups.flatMap(([group, count]) => Array.from({ length: count }, () => group));
  return heads.map((group, at) => [group, OUTCOMES[at % OUTCOMES.length] ?? '']);
}

const indices = (labels: readonly (readonly string[])[]) => matchInOrder(labels, TARGETS).map((match) => match?.index ?? null);
const ALL = TARGETS.map((_, at) => at);

describe('labels held against the statutory ones', () => {
  it('are told by the headings above them', () => {
    expect(indices(columns(['行政复议', 5], ['未经复议直接起诉', 5], ['复议后起诉', 5]))).toEqual(ALL);
    expect(indices(columns(['复议后起诉', 5], ['行政复议', 5]))).toEqual([10, 11, 12, 13, 14, 0, 1, 2, 3, 4]);
  });

  it('are not believed of a heading that was taken for that of its neighbour, and come from their place as no more than alike', () => {
    const shifted = columns(['行政复议', 5], ['行政诉讼', 1], ['未经复议直接起诉', 6], ['复议后起诉', 3]);
    const found = matchInOrder(shifted, TARGETS);
    expect(found.map((match) => match?.index ?? null)).toEqual(ALL);
    expect(found.flatMap((match, at) => (match?.confidence === 'exact' ? [] : [at]))).toEqual([5, 10, 11]);
  });

  it('stay what their own words say, wherever they stand', () => {
    const rows = ['甲项数量', '乙项数量', '丙项数量'].map((label) => ({ keys: keysOf(label), above: [] }));
    const found = matchInOrder([['丙项数量'], ['别的什么'], ['甲项数量']], rows);
    expect(found.map((match) => match?.index ?? null)).toEqual([2, null, 0]);
  });
});
