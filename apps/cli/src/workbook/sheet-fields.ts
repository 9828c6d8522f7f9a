import { FORMS, cellOf } from '@gongkai/catalogue';
import { cellsOf, type CellId, type Finding, type FormId, type Residue, type Words } from '@gongkai/model';
import { cellWords } from '@gongkai/rules';
import type { CellRecord, CheckRecord, DeclaredRecord, ReadRecord } from '../check-record';
import type { Language } from '../i18n/language';
import { countsOf } from '../output/show-record';
import { digits, figure, long, number, origin, placeFields, text, type Field, type In } from './field';

export const fileFields = (language: Language): readonly Field<CheckRecord>[] => [
  text('file', ['文件', 'File'], ({ file }) => file),
  text(
    'verdict',
    ['结论：clean 通过，warnings 有提示，must_explain 须说明，cannot_be_filed 有错误，unreadable 无法读取', 'Verdict'],
    ({ verdict }) => verdict,
  ),
  text('agency', ['机关名称', 'Name of the agency'], ({ agency }) => agency),
  number('year', ['年度', 'Year of the report'], ({ year }) => digits(year)),
  text('form_s2', ['第二部分的格式', 'Form of section two'], ({ forms }) => forms?.s2 ?? null),
  text('form_s3', ['第三部分的格式', 'Form of section three'], ({ forms }) => forms?.s3 ?? null),
  number('errors', ['错误数', 'Findings that forbid filing'], ({ findings }) => digits(findings && countsOf(findings).errors)),
  number('inconsistencies', ['须说明数', 'Findings to be mended or explained'], ({ findings }) =>
    digits(findings && countsOf(findings).inconsistencies),
  ),
  number('warnings', ['提示数', 'Findings to be looked at'], ({ findings }) => digits(findings && countsOf(findings).warnings)),
  number('infos', ['知悉数', 'Findings for information'], ({ findings }) => digits(findings && countsOf(findings).infos)),
  long('title', ['标题', 'Title'], ({ title }) => title),
  text('period_from', ['统计期限起', 'Reporting period, from'], ({ period }) => period?.from ?? null),
  text('period_to', ['统计期限止', 'Reporting period, to'], ({ period }) => period?.to ?? null),
  text('signed_on', ['落款日期', 'Date under the report'], ({ signedOn }) => signedOn),
  text('format', ['文件类型', 'File format'], ({ format }) => format),
  text('last_year', ['用于核对的上年度报告', "Last year's report it was compared with"], ({ lastYear }) => lastYear),
  text('refusal_code', ['无法读取的原因代码', 'Why it was not read, as a code'], ({ refusal }) => refusal && refusal.code),
  long('refusal', ['无法读取的原因', 'Why it was not read'], ({ refusal }) => refusal && refusal.message[language]),
];

const joined = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join('\n'));

export const findingFields = (language: Language): readonly Field<In<Finding>>[] => [
  ...origin<Finding>(),
  text('code', ['规则代码', 'Code of the rule'], ({ item }) => item.code),
  text('severity', ['程度：error 错误，inconsistency 须说明，warning 提示，info 知悉', 'Severity'], ({ item }) => item.severity),
  long('place', ['位置', 'Where'], ({ item }) => item.path[language]),
  long('message', ['问题', 'What'], ({ item }) => item.message[language]),
  figure('expected', ['应为', 'Expected'], ({ item }) => item.expected),
  figure('found', ['报告为', 'Found'], ({ item }) => item.found),
  figure('difference', ['相差', 'Difference'], ({ item }) => item.difference),
  long('remedy', ['怎么办', 'What to do'], ({ item }) => item.remedy[language]),
  long('says', ['规定', 'What the rule says'], ({ item }) => item.says[language]),
  long('consequences', ['由此引起', 'What follows from it'], ({ item }) =>
    joined(item.consequences.map(({ message }) => message[language])),
  ),
  text('basis', ['依据', 'Basis'], ({ item }) => item.basis),
  text('section', ['部分', 'Section'], ({ item }) => item.section),
  long('cells', ['所涉单元格', 'Cells concerned, the one to look at first standing first'], ({ item }) => item.cells.join(' ')),
];

export type CellItem = CellRecord & { readonly cell: CellId };

export const cellFields = (language: Language): readonly Field<In<CellItem>>[] => [
  ...origin<CellItem>(),
  text('cell', ['单元格代码：部分/行/列', 'Cell: section/row/column'], ({ item }) => item.cell),
  long('label', ['单元格名称', 'Cell in the words of the form'], ({ record, item }) => labelOf(record, item.cell)[language]),
  text('raw', ['原文', 'As printed'], ({ item }) => item.raw),
  text(
    'state',
    ['状态：number 数字，blank 空白，mark 符号，unreadable 无法识别，not_found 未找到，unit_unknown 单位不明', 'State'],
    ({ item }) => item.state,
  ),
  number('amount', ['数值；不是数字的为空', 'Amount in its unit; empty where there is no number'], ({ item }) => item.amount),
  text('unit', ['单位：cny_10k 万元，cny 元', 'Unit: cny_10k is 万元, cny is 元'], ({ item }) => item.unit),
  number('derived', ['空白总计由各分项推算的数值', 'A blank total computed from its parts'], ({ item }) => item.derived),
  text('note', ['数字旁的注号、说明', 'Mark of a note or remark beside the figure'], ({ item }) => item.note),
  text(
    'confidence',
    ['把握程度：exact 确定，alike 名称相近，inferred 由合计推断', 'How sure the reader is'],
    ({ item }) => item.confidence,
  ),
  ...placeFields<CellItem>((item) => item.place),
];

export type DeclaredItem = DeclaredRecord & { readonly inTables: boolean };

export const declaredFields = (language: Language): readonly Field<In<DeclaredItem>>[] => [
  ...origin<DeclaredItem>(),
  text('code', ['指标代码', 'Code of the figure'], ({ item }) => item.code),
  text('name', ['指标名称', 'Name of the figure'], ({ item }) => item.title[language]),
  number('amount', ['数值', 'Amount'], ({ item }) => item.amount),
  text('unit', ['单位', 'Unit'], ({ item }) => item.unit[language]),
  text('in_tables', ['表格中是否也有：yes 有，已核对', 'yes where the tables hold it as well and it was compared'], ({ item }) =>
    item.inTables ? 'yes' : 'no',
  ),
  text('section', ['部分', 'Section'], ({ item }) => item.section),
  long('quotation', ['原文', 'The sentence it stands in'], ({ item }) => item.quotation),
];

export const residueFields: readonly Field<In<Residue>>[] = [
  ...origin<Residue>(),
  text('raw', ['原文', 'As printed'], ({ item }) => item.raw),
  long('context', ['上下文', 'Where it stands'], ({ item }) => item.context),
  text('section', ['部分', 'Section'], ({ item }) => item.section),
  ...placeFields<Residue>((item) => item.place),
];

export function declaredItems({ declared, claims }: ReadRecord): readonly DeclaredItem[] {
  return [...declared.map((item) => ({ ...item, inTables: false })), ...claims.map((item) => ({ ...item, inTables: true }))];
}

export function cellItems({ cells }: ReadRecord): readonly CellItem[] {
  return (Object.keys(cells) as CellId[]).flatMap((cell) => {
    const record = cells[cell];
    return record === undefined ? [] : [{ ...record, cell }];
  });
}

/** The words of every cell of every form. */
const LABELS: ReadonlyMap<FormId, ReadonlyMap<CellId, Words>> = new Map(
  FORMS.map((form) => [form.id, new Map(form.grids.flatMap(cellsOf).map((cell) => [cell, cellWords(form, cell)]))]),
);

/** In the words of the form its section follows. */
function labelOf({ forms }: ReadRecord, cell: CellId): Words {
  const form = forms[cellOf(cell).section];
  const own = form === null ? undefined : LABELS.get(form)?.get(cell);
  const any = [...LABELS.values()].map((labels) => labels.get(cell)).find((label) => label !== undefined);
  const label = own ?? any;
  if (!label) throw new RangeError(`no form has the cell ${cell}`);
  return label;
}
