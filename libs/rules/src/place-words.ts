import type { CellId, Form, Line, SectionCode, Words } from '@gongkai/model';

/** The title of a section as the form prints it. */
export function sectionWords(form: Form, code: SectionCode): Words {
  const section = form.sections.find((candidate) => candidate.code === code);
  if (!section) throw new RangeError(`${form.id} has no section ${code}`);
  return section.title;
}

/** A cell in the form's words: 第四部分 行政复议 × 总计. */
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

/** A row or a column in the form's words: 第三部分 三（三）1.属于国家秘密. The part comes first, as rows are numbered 一、二、 like parts. */
export function lineWords(form: Form, section: SectionCode, line: Line): Words {
  const title = sectionWords(form, section);
  const numeral = /^\p{Script=Han}/u.exec(title.zh)?.[0] ?? '';
  return { zh: `第${numeral}部分 ${rowTitle(line)}`, en: `Section ${section.slice(1)}, ${line.label.en}` };
}

/** Headings that are numbered give their number only, others their words. */
function rowTitle(line: Line): string {
  return line.under.map((heading) => numberOf(heading) ?? `${heading} `).join('') + line.label.zh;
}

/** 三 of 三、本年度办理结果, （三） of （三）不予公开. */
function numberOf(heading: string): string | null {
  return /^(\p{Script=Han})、/u.exec(heading)?.[1] ?? /^（\p{Script=Han}）/u.exec(heading)?.[0] ?? null;
}
