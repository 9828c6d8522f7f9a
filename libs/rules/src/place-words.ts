import type { CellId, Form, Line, SectionCode, Words } from '@gongkai/model';

/** The title of a section as the form prints it. */
export function sectionWords(form: Form, code: SectionCode): Words {
  const section = form.sections.find((candidate) => candidate.code === code);
  if (!section) throw new RangeError(`${form.id} has no section ${code}`);
  return section.title;
}

/** A cell in the form's words, the section by its numeral: 三(二)部分公开 × 商业企业, 三(三)1.属于国家秘密 × 总计, 四·行政复议 × 总计. */
export function cellWords(form: Form, cell: CellId): Words {
  const [section, rowCode, columnCode] = cell.split('/');
  for (const grid of form.grids) {
    if (grid.section !== section) continue;
    const row = grid.rows.find((line) => line.code === rowCode);
    const column = grid.columns.find((line) => line.code === columnCode);
    if (!row || !column) continue;
    const place = rowWords(form, grid.section, row);
    return { zh: `${place.zh} × ${shortZh(column.label.zh)}`, en: `${place.en} × ${shortEn(column.label.en)}` };
  }
  throw new RangeError(`${form.id} has no cell ${cell}`);
}

/** A row: 三·一、本年新收政府信息公开申请数量, 三(四)2.没有现成信息需要另行制作, 四·行政诉讼·复议后起诉, 二·规章. */
export function rowWords(form: Form, section: SectionCode, { label, under }: Line): Words {
  const steps = [...under.map((heading) => bracketOf(heading) ?? heading), shortZh(label.zh)];
  // （一）to（七）stand under 三、本年度办理结果 and nowhere else in section three: their number says that as well.
  const told = steps.filter((step, at) => !(/^\p{Script=Han}、/u.test(step) && steps[at + 1]?.startsWith('(')));
  const zh = told.reduce((place, step, at) => place + (step.startsWith('(') || told[at - 1]?.startsWith('(') ? '' : '·') + step, '');
  return { zh: numeralOf(form, section) + zh, en: `Section ${section.slice(1)}, ${shortEn(label.en)}` };
}

/** A column: 三·自然人栏, 三·法人或其他组织·其他栏. */
export function columnWords(form: Form, section: SectionCode, { label, under }: Line): Words {
  const steps = [...under.slice(1), shortZh(label.zh)];
  return { zh: `${numeralOf(form, section)}·${steps.join('·')}栏`, en: `Section ${section.slice(1)}, column ${shortEn(label.en)}` };
}

/** 三 of 三、收到和处理政府信息公开申请情况. */
function numeralOf(form: Form, section: SectionCode): string {
  return /^\p{Script=Han}/u.exec(sectionWords(form, section).zh)?.[0] ?? '';
}

/** (三) of （三）不予公开. */
function bracketOf(heading: string): string | null {
  const numeral = /^（(\p{Script=Han})）/u.exec(heading)?.[1];
  return numeral === undefined ? null : `(${numeral})`;
}

const LONGEST = 20;

/** A label without its remark in brackets, a long one up to its first pause. */
function shortZh(label: string): string {
  const numbered = label.replace(/^（(\p{Script=Han})）/u, '($1)').replace(/（[^）]*）$/u, '');
  const pause = numbered.indexOf('、', 2);
  return numbered.length > LONGEST && pause > 0 ? numbered.slice(0, pause) : numbered;
}

function shortEn(label: string): string {
  return label.replace(/ \([^)]*\)$/, '');
}
