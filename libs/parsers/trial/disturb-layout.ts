import type { Dice } from './dice';
import { label, type TrialPage, type PageBlock, type PageCell, type PageRow } from './page';

/** What a table goes through that keeps all of its figures: its headings and labels suffer, or section four is built in another way. */
export const DISTURBANCES = [
  'heads_lost',
  'heads_reworded',
  'total_head_missing',
  'labels_broken',
  'heads_vertical',
  'suits_turned',
  'four_as_tables',
  'four_as_rows',
  'sentence_between',
] as const;
export type Disturbance = (typeof DISTURBANCES)[number];

type TableBlock = Extract<PageBlock, { kind: 'table' }>;
type Disturbing = (table: TableBlock, dice: Dice) => readonly PageBlock[];

/** The sections a disturbance is for; each table of theirs goes through it. */
const SECTIONS: Readonly<Record<Disturbance, readonly string[]>> = {
  heads_lost: ['s3'],
  heads_reworded: ['s2'],
  total_head_missing: ['s3'],
  labels_broken: ['s3'],
  heads_vertical: ['s3'],
  suits_turned: ['s4'],
  four_as_tables: ['s4'],
  four_as_rows: ['s4'],
  sentence_between: ['s2', 's3', 's4'],
};

/** A page whose tables went through one disturbance. */
export function disturbLayout(page: TrialPage, disturbance: Disturbance, dice: Dice): TrialPage {
  const blocks = page.blocks.flatMap((block): readonly PageBlock[] =>
    block.kind === 'table' && SECTIONS[disturbance].includes(sectionOf(block)) ? DISTURBING[disturbance](block, dice) : [block],
  );
  return { ...page, blocks };
}

function sectionOf({ rows }: TableBlock): string {
  const cell = rows.flat().find((one) => one.cell !== null)?.cell;
  return cell ? cell.slice(0, 2) : '';
}

const isHeader = (row: PageRow): boolean => row.every(({ figure }) => figure === null);
const table = (rows: readonly PageRow[]): PageBlock => ({ kind: 'table', rows });

const REWORDED: Readonly<Record<string, readonly string[]>> = {
  本年处理决定数量: ['本年处理决定数', '处理绝对数量', '本年度处理决定数', '办理数量'],
  处理决定数量: ['处理决定数', '处理绝对数量', '本年处理决定数'],
  本年制发件数: ['本年度制发数', '本年制发数', '制发件数'],
  本年废止件数: ['本年废止数', '废止件数'],
  现行有效件数: ['现行有效数', '有效件数'],
};

const BLOCKS = ['行政复议', '未经复议直接起诉', '复议后起诉'] as const;
const CAPTIONS = [
  ['（一）行政复议', '（二）行政诉讼（未经复议直接起诉）', '（三）行政诉讼（复议后起诉）'],
  ['1.行政复议', '2.未经复议直接起诉', '3.复议后起诉'],
] as const;
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

const DISTURBING: Readonly<Record<Disturbance, Disturbing>> = {
  heads_lost: ({ rows }) => [table(rows.filter((row) => !isHeader(row)))],
  heads_reworded: ({ rows }, dice) => [table(rows.map((row) => row.map((cell) => reworded(cell, dice))))],
  total_head_missing: ({ rows }) => [
    table(rows.map((row) => (isHeader(row) ? row.filter(({ text }) => !/^[总合]\s*计$/.test(text)) : row))),
  ],
  labels_broken: ({ rows }, dice) => [table(rows.flatMap((row) => brokenLabel(row, dice)))],
  heads_vertical: ({ rows }) => [
    ...['申请人情况', '自 法人或其他组织 总', '然 商业 科研 社会公 法律服 其 计', '人 企业 机构 益组织 务机构 他'].map(
      (text): PageBlock => ({ kind: 'paragraph', text }),
    ),
    table(rows.filter((row) => !isHeader(row))),
  ],
  suits_turned: ({ rows }) => {
    const figures = rows.find((row) => !isHeader(row)) ?? [];
    const head = [label('行政复议', 5), label('行政诉讼', 10)];
    const results = RESULTS.map((text) => label(text));
    const names = [...results.map((cell) => ({ ...cell, rowSpan: 2 })), label('复议后起诉', 5), label('未经复议直接起诉', 5)];
    return [table([head, names, [...results, ...results], [...figures.slice(0, 5), ...figures.slice(10), ...figures.slice(5, 10)]])];
  },
  four_as_tables: ({ rows }, dice) => {
    const figures = rows.find((row) => !isHeader(row)) ?? [];
    const captions = dice.pick(CAPTIONS);
    return captions.flatMap((text, at): readonly PageBlock[] => [
      { kind: 'paragraph', text },
      table([RESULTS.map((result) => label(result)), figures.slice(at * 5, at * 5 + 5)]),
    ]);
  },
  four_as_rows: ({ rows }, dice) => {
    const figures = rows.find((row) => !isHeader(row)) ?? [];
    const nameOf = dice.pick([(name: string) => name, (name: string) => (name === BLOCKS[0] ? name : `行政诉讼·${name}`)]);
    return [
      table([
        [label('类别'), ...RESULTS.map((result) => label(result))],
        ...BLOCKS.map((name, at) => [label(nameOf(name)), ...figures.slice(at * 5, at * 5 + 5)]),
      ]),
    ];
  },
  sentence_between: (block) => [{ kind: 'paragraph', text: '本部分数据由办公室汇总，另有窗口咨询37次。' }, block],
};

function reworded(cell: PageCell, dice: Dice): PageCell {
  const words = REWORDED[cell.text.replace(/\s/g, '')];
  return words ? { ...cell, text: dice.pick(words) } : cell;
}

/** A long label goes on in a row of its own beneath its figures, as a viewer copies it. */
function brokenLabel(row: PageRow, dice: Dice): readonly PageRow[] {
  const at = row.findIndex(({ figure, text, rowSpan }) => figure === null && rowSpan === 1 && text.length > 24);
  const cell = row[at];
  if (!cell || isHeader(row)) return [row];
  const cut = 14 + dice.roll(6);
  return [row.with(at, { ...cell, text: cell.text.slice(0, cut) }), [label(cell.text.slice(cut), cell.columnSpan)]];
}
