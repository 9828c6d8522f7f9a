import type { CellId, Form, Line, SectionCode, Words } from '@gongkai/model';

/** The title of a section as the form prints it. */
export function sectionWords(form: Form, code: SectionCode): Words {
  const section = form.sections.find((candidate) => candidate.code === code);
  if (!section) throw new RangeError(`${form.id} has no section ${code}`);
  return section.title;
}

/** A cell in the form's words: 四、行政复议 × 总计. */
export function cellWords(form: Form, cell: CellId): Words {
  const [section, rowCode, columnCode] = cell.split('/');
  for (const grid of form.grids) {
    if (grid.section !== section) continue;
    const row = grid.rows.find((line) => line.code === rowCode);
    const column = grid.columns.find((line) => line.code === columnCode);
    if (!row || !column) continue;
    const place = lineWords(form, grid.section, row);
    return { zh: `${place.zh} × ${column.label.zh}`, en: `${place.en} × ${column.label.en}` };
  }
  throw new RangeError(`${form.id} has no cell ${cell}`);
}

/** A row or a column in the form's words: 三、本年度办理结果（三）不予公开 1.属于国家秘密. */
export function lineWords(form: Form, section: SectionCode, line: Line): Words {
  const title = sectionWords(form, section);
  const numeral = /^(\p{Script=Han})\p{P}/u.exec(title.zh)?.[0] ?? '';
  return { zh: numeral + rowTitle(line), en: `Section ${section.slice(1)}, ${line.label.en}` };
}

function rowTitle(line: Line): string {
  const parts = [...line.under, line.label.zh];
  return parts.map((part) => withoutNumeral(part)).reduce((title, part) => (/^\p{Ps}/u.test(part) ? title + part : `${title} ${part}`));
}

/** 一、 before an item would read as the number of a section. */
function withoutNumeral(text: string): string {
  return text.replace(/^\p{Script=Han}\p{Po}/u, '');
}
