import { formOf } from '@gongkai/catalogue';
import { type CellId, type Form, type Grid, type Line, type TableSection, cellAt } from '@gongkai/model';
import type { DemoReport } from '../demo';

type TextOf = (cell: CellId) => string;

/** A demo report as the web page its agency would have published, so that it takes the way of every uploaded file. */
export function demoDocument(report: DemoReport, agency: string, year: number): string {
  const texts = new Map(report.cells.map(({ cell, text }) => [cell, text]));
  const textOf: TextOf = (cell) => texts.get(cell) ?? '';
  const s2 = formOf(report.formS2);
  const s3 = formOf(report.formS3);
  const sections = s2.sections.map(({ code, title }) => {
    const told = report.narrative.find((narrative) => narrative.section === code);
    const tables = code === 's2' ? tablesOf(s2, 's2', textOf) : code === 's3' || code === 's4' ? tablesOf(s3, code, textOf) : '';
    return `<h2>${title.zh}</h2>${told === undefined ? '' : `<p>${told.text}</p>`}${tables}`;
  });
  const title = `${agency}${year}年政府信息公开工作年度报告`;
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>
<p>本报告数据的统计期限自${year}年1月1日起至${year}年12月31日止。本页为演示数据。</p>${sections.join('\n')}<p>${agency}</p></body></html>\n`;
}

function tablesOf(form: Form, section: TableSection, textOf: TextOf): string {
  const grids = form.grids.filter((grid) => grid.section === section);
  return grids
    .map((grid) => `<table border="1">${grid.printedAs === 'flat' ? flatRows(grid, textOf) : lineRows(grid, textOf)}</table>`)
    .join('');
}

function lineRows(grid: Grid, textOf: TextOf): string {
  const depth = Math.max(...grid.columns.map((column) => column.under.length)) + 1;
  const labels = Math.max(...grid.rows.map((row) => row.under.length)) + 1;
  const heading = grid.heading === null ? '' : `<tr><td colspan="${labels + grid.columns.length}">${grid.heading}</td></tr>`;
  const header = headerRows(grid.columns, depth).map(
    (row, at) => `<tr>${at === 0 ? `<td colspan="${labels}" rowspan="${depth}">信息内容</td>` : ''}${row}</tr>`,
  );
  const rows = grid.rows.map((row) => {
    const cells = grid.columns.map((column) => `<td>${textOf(cellAt(grid, row.code, column.code))}</td>`);
    const under = row.under.map((label) => `<td>${label}</td>`);
    return `<tr>${under.join('')}<td colspan="${labels - row.under.length}">${row.label.zh}</td>${cells.join('')}</tr>`;
  });
  return heading + header.join('') + rows.join('');
}

/** Headings above columns, equal neighbours merged; a column's own label reaches down to the last header row. */
function headerRows(columns: readonly Line[], depth: number): readonly string[] {
  return Array.from({ length: depth }, (_, level) => {
    const cells: string[] = [];
    for (let at = 0; at < columns.length;) {
      const column = columns[at];
      if (column === undefined) break;
      const isLabel = level === column.under.length;
      const span = isLabel ? 1 : spanOf(columns, at, level);
      if (isLabel) cells.push(`<td rowspan="${depth - level}">${column.label.zh}</td>`);
      else if (level < column.under.length) cells.push(`<td colspan="${span}">${column.under[level]}</td>`);
      at += span;
    }
    return cells.join('');
  });
}

function spanOf(columns: readonly Line[], from: number, level: number): number {
  const path = (line: Line | undefined): string | undefined => line?.under.slice(0, level + 1).join('/');
  let to = from;
  while (to < columns.length && path(columns[to]) === path(columns[from]) && level < (columns[to]?.under.length ?? -1)) to += 1;
  return Math.max(1, to - from);
}

function flatRows(grid: Grid, textOf: TextOf): string {
  const columns = grid.rows.flatMap((row) => grid.columns.map((column) => ({ ...column, under: [...row.under, row.label.zh] })));
  const depth = Math.max(...columns.map((column) => column.under.length)) + 1;
  const cells = grid.rows.flatMap((row) => grid.columns.map((column) => `<td>${textOf(cellAt(grid, row.code, column.code))}</td>`));
  return `${headerRows(columns, depth)
    .map((row) => `<tr>${row}</tr>`)
    .join('')}<tr>${cells.join('')}</tr>`;
}
