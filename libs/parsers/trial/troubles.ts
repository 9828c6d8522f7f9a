import { CELLS, formInForce } from '@gongkai/catalogue';
import type { Cell, CellId, DoubtCode } from '@gongkai/model';
import { cellsOfForms } from './any-report';
import type { PageStyle } from './lay-out-page';
import { label, type TrialPage, type PageBlock } from './page';
import type { Trial } from './round-trip';
import type { TrialFigure, TrialReport } from './trial-report';

/** One form of trouble seen in published reports, made from a report without any. */
export interface PageTrouble {
  readonly trouble: string;
  readonly forms?: TrialReport['forms'];
  /** What some cells print instead; the amount follows in 分 or in the cell's unit, `null` for none. */
  readonly figures?: (cell: Cell, index: number) => Partial<TrialFigure> | null;
  readonly style?: { readonly wording?: Partial<PageStyle['wording']>; readonly tables?: Partial<PageStyle['tables']> };
  readonly page?: (page: TrialPage) => TrialPage;
  /** Words of what is no part of the report: that the reader leaves them over, or does not know their row, is true. */
  readonly foreign?: string;
  /** Formats that cannot carry it, and why. */
  readonly without?: Readonly<Record<string, string>>;
}

const PLAIN: PageStyle = {
  wording: { seed: 1, numbering: '.', aliases: false, noise: 'none' },
  tables: { labels: 'merged', sectionTwo: 'one', breakAfter: 0, atBreak: 'table_with_header', reviewMergedDown: false },
};
const FORMS_NOW = formsOf(2023);
const FORMS_2019 = formsOf(2019);
const MARKS = ['/', '-', '—', '无'];
const NO_BREAKS = 'a line of text holds one cell';

const mark = (raw: string): Partial<TrialFigure> => ({ raw, state: 'mark', amount: null, unit: null });
const blank: Partial<TrialFigure> = { raw: '', state: 'blank', amount: null, unit: null };
const count = (raw: string, amount: bigint): Partial<TrialFigure> => ({ raw, amount });
const noted = (raw: string, amount: bigint, note: string): Partial<TrialFigure> => ({ raw, amount, note });
const unreadable = (raw: string, doubt: DoubtCode): Partial<TrialFigure> => ({ raw, state: 'unreadable', amount: null, unit: null, doubt });
const at =
  (cells: Readonly<Record<string, Partial<TrialFigure>>>): NonNullable<PageTrouble['figures']> =>
  ({ id }) =>
    cells[id] ?? null;
const inFirst =
  (kind: 'before' | 'after', block: PageBlock) =>
  (page: TrialPage): TrialPage => {
    const table = page.blocks.findIndex((one) => one.kind === 'table');
    return { ...page, blocks: page.blocks.toSpliced(kind === 'before' ? table : table + 1, 0, block) };
  };
const FOREIGN: PageBlock = {
  kind: 'table',
  rows: [
    [label('序号'), label('栏目'), label('发布数量')],
    [label('1'), label('通知公告'), label('77')],
  ],
};
const ATTACHMENTS: PageBlock = { kind: 'paragraph', text: '附件：1.主动公开目录 2.依申请公开流程图' };

export const TROUBLES: readonly PageTrouble[] = [
  {
    trouble: 'every kind of mark and blanks where a zero is meant, only the totals filled',
    figures: (cell, index) =>
      cell.section !== 's3' || cell.id.endsWith('/total') ? null : index % 5 === 4 ? blank : mark(MARKS[index % 4] as string),
  },
  {
    trouble: 'full-width digits',
    figures: at({ 's3/new_received/natural_person': count('１２', 12n), 's4/review/upheld': count('０', 0n) }),
  },
  {
    trouble: 'thousands separators of both widths',
    figures: at({ 's3/new_received/total': count('1,208', 1208n), 's2/administrative_penalty/decision_count': count('12，345', 12345n) }),
  },
  { trouble: 'two figures in a cell, parted by a blank', figures: at({ 's3/granted/total': unreadable('3 4', 'figures_apart') }) },
  {
    trouble: 'two figures in a cell, on two lines',
    figures: at({ 's3/granted/total': unreadable('12\n34', 'figures_apart') }),
    without: { text: NO_BREAKS },
  },
  {
    trouble: 'thousands parted by a blank, as only the sum of the row can tell',
    figures: at({
      's4/review/upheld': { ...count('1 200', 1200n), doubt: 'cells_inferred' },
      's4/review/corrected': count('3', 3n),
      's4/review/other': count('4', 4n),
      's4/review/pending': count('5', 5n),
      's4/review/total': count('1212', 1212n),
    }),
  },
  {
    trouble: 'marks of notes behind and before figures',
    figures: at({
      's2/administrative_licensing/decision_count': noted('128①', 128n, '①'),
      's2/administrative_penalty/decision_count': noted('37¹', 37n, '¹'),
      's2/administrative_compulsion/decision_count': noted('2²', 2n, '²'),
      's2/administrative_fees/amount_10k_cny': noted('56.78③', 56_780_000n, '③'),
      's3/new_received/natural_person': noted('41[2]', 41n, '[2]'),
      's3/granted/natural_person': noted('17注1', 17n, '注1'),
      's3/granted/total': noted('※17', 17n, '※'),
      's4/review/upheld': noted('3㈠', 3n, '㈠'),
    }),
  },
  {
    trouble: 'remarks beside figures',
    figures: at({
      's2/regulations/issued_count': noted('22（其中修订16件）', 22n, '(其中修订16件)'),
      's2/normative_documents/repealed_count': noted('55件（含宣布失效3件）', 55n, '(含宣布失效3件)'),
      's3/new_received/total': unreadable('22余', 'figure_estimated'),
      's3/granted/total': unreadable('(5)', 'figure_signed'),
      's4/review/total': unreadable('5.5', 'count_not_whole'),
    }),
  },
  {
    trouble: 'a unit inside the cell',
    figures: at({
      's3/carried_out/total': count('7件', 7n),
      's2/administrative_fees/amount_10k_cny': { raw: '1280元', amount: 128_000n, unit: 'cny' },
    }),
  },
  { trouble: 'fees with six decimals', figures: at({ 's2/administrative_fees/amount_10k_cny': count('24252.311082', 24_252_311_082n) }) },
  {
    trouble: 'fees finer than can be kept',
    figures: at({
      's2/administrative_fees/amount_10k_cny': unreadable('1.0000001', 'money_too_fine'),
    }),
  },
  {
    trouble: 'signed items',
    forms: FORMS_2019,
    figures: at({
      's2/administrative_licensing/items_delta': count('+2', 2n),
      's2/administrative_penalty/items_delta': count('-18', -18n),
      's2/administrative_compulsion/items_delta': count('—1', -1n),
      's2/other_external_services/items_delta': count('减少1', -1n),
      's2/administrative_fees/items_delta': count('（3）', -3n),
    }),
  },
  {
    trouble: 'procurement in 元 by its cell',
    forms: FORMS_2019,
    figures: at({ 's2/centralized_procurement/amount': { raw: '75394432.52元', amount: 7_539_443_252n, unit: 'cny' } }),
  },
  {
    trouble: 'procurement without any unit',
    forms: FORMS_2019,
    figures: at({
      's2/centralized_procurement/amount': { raw: '251000', state: 'unit_unknown', amount: null, unit: null, doubt: 'money_without_unit' },
    }),
  },
  {
    trouble: 'a figure in words',
    figures: at({
      's3/new_received/natural_person': unreadable('约10', 'figure_estimated'),
    }),
  },
  { trouble: 'compatibility glyphs in labels', page: (page) => ({ ...page, blocks: page.blocks.map(withRadicals) }) },
  { trouble: 'labels broken over lines', style: { wording: { noise: 'breaks' } }, without: { text: NO_BREAKS } },
  { trouble: 'labels with blanks inside', style: { wording: { noise: 'spaces' } } },
  { trouble: 'numbered 1、', style: { wording: { numbering: '、' } } },
  { trouble: 'known typos and other wordings', style: { wording: { aliases: true, seed: 7 } } },
  { trouble: 'no cell merged, labels repeated', style: { tables: { labels: 'repeated' } } },
  { trouble: 'a header row repeated after a page break', style: { tables: { breakAfter: 12, atBreak: 'header_repeated' } } },
  { trouble: 'a table cut by a page break, its header printed again', style: { tables: { breakAfter: 9 } } },
  { trouble: 'a table cut by a page break, without header', style: { tables: { breakAfter: 9, atBreak: 'table_without_header' } } },
  { trouble: 'section two as a table an article', style: { tables: { sectionTwo: 'several_under_paragraphs' } } },
  {
    trouble: 'a foreign table before the tables of the report',
    page: inFirst('before', FOREIGN),
    foreign: '通知公告',
    without: { csv: 'a sheet has no borders between its tables', xlsx: 'a sheet has no borders between its tables' },
  },
  {
    trouble: 'a foreign table behind the first table',
    page: inFirst('after', FOREIGN),
    foreign: '通知公告',
    without: {
      csv: 'a sheet has no borders between its tables',
      xlsx: 'a sheet has no borders between its tables',
      text: 'nothing parts two tables in a row of lines',
    },
  },
  { trouble: 'a list of attachments in the body', page: inFirst('after', ATTACHMENTS) },
  { trouble: 'section two of 2021, section three of 2019 with its one row 其他处理', forms: { ...FORMS_NOW, s3: FORMS_2019.s3 } },
  {
    trouble: 'details of 27 over a printed total of 21',
    figures: at({
      's3/granted/natural_person': count('21', 21n),
      's3/partially_granted/natural_person': count('6', 6n),
      's3/total_processed/natural_person': count('21', 21n),
    }),
  },
  { trouble: 'totals left blank', figures: (cell) => (cell.id.endsWith('/total') ? blank : null) },
];

function withRadicals(block: PageBlock): PageBlock {
  if (block.kind !== 'table') return block;
  const swap = (text: string): string => text.replaceAll('一', '⼀').replaceAll('文', '⽂').replaceAll('行', '⾏').replaceAll('见', '⻅');
  return { ...block, rows: block.rows.map((row) => row.map((cell) => (cell.figure ? cell : { ...cell, text: swap(cell.text) }))) };
}

const registry = new Map<CellId, Cell>(CELLS.map((cell) => [cell.id, cell]));

/** The report with this trouble, its cells counting up from 0 to 6 where nothing else is said. */
export function trialOf({ forms = FORMS_NOW, figures, style }: PageTrouble): Trial {
  const printed = cellsOfForms(forms).map((cell, index): readonly [CellId, TrialFigure] => {
    const plain = String(cell.unit === 'cny' ? index - index : index % 7);
    const scale = cell.unit === 'cny_10k' ? 1_000_000n : 1n;
    const usual: TrialFigure = {
      raw: plain,
      state: 'number',
      amount: BigInt(plain) * scale,
      unit: (registry.get(cell.id) as Cell).unit,
      doubt: null,
      value: null,
    };
    return [cell.id, { ...usual, ...figures?.(cell, index) }];
  });
  const report: TrialReport = {
    title: '青禾县财政局2023年政府信息公开工作年度报告',
    agencyName: '青禾县财政局',
    year: 2023,
    signedOn: '2024-01-16',
    forms,
    procurementUnit: '',
    figures: new Map(printed),
    narrative: { s1: ['全年更新栏目，主动回应关切。'], s5: ['个别栏目更新慢，已经指定专人检查。'], s6: ['本年度没有收取信息处理费。'] },
  };
  return { report, seed: 5, style: { wording: { ...PLAIN.wording, ...style?.wording }, tables: { ...PLAIN.tables, ...style?.tables } } };
}

/** Every section in the form of a year. */
function formsOf(year: number): TrialReport['forms'] {
  const form = formInForce(year);
  if (!form) throw new RangeError(`no form was in force in ${year}`);
  return { s2: form.id, s3: form.id, s4: form.id };
}
