import type { Language } from '@gongkai/model';
import { FORMS, cellOf } from '@gongkai/catalogue';
import { cellsOfForm, type CellId, type Finding, type FormId, type Residue, type Words } from '@gongkai/model';
import { cellWords } from '@gongkai/rules';
import type { CellRecord, CheckRecord, DeclaredRecord, ReadRecord } from '../check-record';
import { countsOf } from '../output/show-record';
import { digits, figureField, longField, numberField, origin, placeFields, textField, type Field, type In } from './field';

export const fileFields = (language: Language): readonly Field<CheckRecord>[] => [
  textField('file', ['文件', 'File'], ({ file }) => file),
  textField(
    'verdict',
    ['结论：clean 通过，warnings 有提示，must_explain 须说明，cannot_be_filed 有错误，unreadable 无法读取', 'Verdict'],
    ({ verdict }) => verdict,
  ),
  textField('agency', ['机关名称', 'Name of the agency'], ({ agency }) => agency),
  numberField('year', ['年度', 'Year of the report'], ({ year }) => digits(year)),
  textField('form_s2', ['第二部分的格式', 'Form of section two'], ({ forms }) => forms?.s2 ?? null),
  textField('form_s3', ['第三部分的格式', 'Form of section three'], ({ forms }) => forms?.s3 ?? null),
  numberField('errors', ['错误数', 'Findings that forbid filing'], ({ findings }) => digits(findings && countsOf(findings).errors)),
  numberField('inconsistencies', ['须说明数', 'Findings to be mended or explained'], ({ findings }) =>
    digits(findings && countsOf(findings).inconsistencies),
  ),
  numberField('warnings', ['提示数', 'Findings to be looked at'], ({ findings }) => digits(findings && countsOf(findings).warnings)),
  numberField('infos', ['知悉数', 'Findings for information'], ({ findings }) => digits(findings && countsOf(findings).infos)),
  longField('title', ['标题', 'Title'], ({ title }) => title),
  textField('period_from', ['统计期限起', 'Reporting period, from'], ({ period }) => period?.from ?? null),
  textField('period_to', ['统计期限止', 'Reporting period, to'], ({ period }) => period?.to ?? null),
  textField('signed_on', ['落款日期', 'Date under the report'], ({ signedOn }) => signedOn),
  textField('format', ['文件类型', 'File format'], ({ format }) => format),
  textField('last_year', ['用于核对的上年度报告', "Last year's report it was compared with"], ({ lastYear }) => lastYear),
  textField('refusal_code', ['无法读取的原因代码', 'Why it was not read, as a code'], ({ refusal }) => refusal && refusal.code),
  longField('refusal', ['无法读取的原因', 'Why it was not read'], ({ refusal }) => refusal && refusal.message[language]),
];

const joined = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join('\n'));

export const findingFields = (language: Language): readonly Field<In<Finding>>[] => [
  ...origin<Finding>(),
  textField('code', ['规则代码', 'Code of the rule'], ({ item }) => item.code),
  textField('severity', ['程度：error 错误，inconsistency 须说明，warning 提示，info 知悉', 'Severity'], ({ item }) => item.severity),
  longField('place', ['位置', 'Where'], ({ item }) => item.path[language]),
  longField('message', ['问题', 'What'], ({ item }) => item.message[language]),
  figureField('expected', ['应为', 'Expected'], ({ item }) => item.expected),
  figureField('found', ['报告为', 'Found'], ({ item }) => item.found),
  figureField('difference', ['相差', 'Difference'], ({ item }) => item.difference),
  longField('remedy', ['怎么办', 'What to do'], ({ item }) => item.remedy[language]),
  longField('says', ['规定', 'What the rule says'], ({ item }) => item.says[language]),
  longField('consequences', ['由此引起', 'What follows from it'], ({ item }) =>
    joined(item.consequences.map(({ message }) => message[language])),
  ),
  textField('basis', ['依据', 'Basis'], ({ item }) => item.basis),
  textField('section', ['部分', 'Section'], ({ item }) => item.section),
  longField('cells', ['所涉单元格', 'Cells concerned, the one to look at first standing first'], ({ item }) => item.cells.join(' ')),
];

export type CellItem = CellRecord & { readonly cell: CellId };

export const cellFields = (language: Language): readonly Field<In<CellItem>>[] => [
  ...origin<CellItem>(),
  textField('cell', ['单元格代码：部分/行/列', 'Cell: section/row/column'], ({ item }) => item.cell),
  longField('label', ['单元格名称', 'Cell in the words of the form'], ({ record, item }) => labelOf(record, item.cell)[language]),
  textField('raw', ['原文', 'As printed'], ({ item }) => item.raw),
  textField(
    'state',
    ['状态：number 数字，blank 空白，mark 符号，unreadable 无法识别，not_found 未找到，unit_unknown 单位不明', 'State'],
    ({ item }) => item.state,
  ),
  numberField('amount', ['数值；不是数字的为空', 'Amount in its unit; empty where there is no number'], ({ item }) => item.amount),
  textField('unit', ['单位：cny_10k 万元，cny 元', 'Unit: cny_10k is 万元, cny is 元'], ({ item }) => item.unit),
  numberField('derived', ['空白总计由各分项推算的数值', 'A blank total computed from its parts'], ({ item }) => item.derived),
  textField('note', ['数字旁的注号、说明', 'Mark of a note or remark beside the figure'], ({ item }) => item.note),
  textField(
    'confidence',
    ['把握程度：exact 确定，alike 名称相近，inferred 由合计推断', 'How sure the reader is'],
    ({ item }) => item.confidence,
  ),
  ...placeFields<CellItem>((item) => item.place),
];

export type DeclaredItem = DeclaredRecord & { readonly inTables: boolean };

export const declaredFields = (language: Language): readonly Field<In<DeclaredItem>>[] => [
  ...origin<DeclaredItem>(),
  textField('code', ['指标代码', 'Code of the figure'], ({ item }) => item.code),
  textField('name', ['指标名称', 'Name of the figure'], ({ item }) => item.title[language]),
  numberField('amount', ['数值', 'Amount'], ({ item }) => item.amount),
  textField('unit', ['单位', 'Unit'], ({ item }) => item.unit[language]),
  textField('in_tables', ['表格中是否也有：yes 有，已核对', 'yes where the tables hold it as well and it was compared'], ({ item }) =>
    item.inTables ? 'yes' : 'no',
  ),
  textField('section', ['部分', 'Section'], ({ item }) => item.section),
  longField('quotation', ['原文', 'The sentence it stands in'], ({ item }) => item.quotation),
];

export const residueFields: readonly Field<In<Residue>>[] = [
  ...origin<Residue>(),
  textField('raw', ['原文', 'As printed'], ({ item }) => item.raw),
  longField('context', ['上下文', 'Where it stands'], ({ item }) => item.context),
  textField('section', ['部分', 'Section'], ({ item }) => item.section),
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
  FORMS.map((form) => [form.id, new Map(cellsOfForm(form).map((cell) => [cell, cellWords(form, cell)]))]),
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
