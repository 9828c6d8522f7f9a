import { compileRules } from './compile-rules.mjs';

const SECTIONS = ['s1', 's2', 's3', 's4', 's5', 's6'];

/** A form as the platform uses it. Refuses lines twice in a grid, cells twice in a form, cells outside the registry and rules whose terms name nothing. */
export function compileForm(source, form, cells) {
  const codes = form.sections.map((section) => section.code);
  if (codes.join() !== SECTIONS.join()) source.problem(['sections'], `sections must be ${SECTIONS.join(', ')} in this order`);
  checkCells(source, form, cells);
  return { ...form, rules: compileRules(source, form) };
}

function checkCells(source, form, cells) {
  const registered = new Map(cells.map((cell) => [cell.id, cell]));
  const seen = new Set();
  form.grids.forEach((grid, at) => {
    if (form.grids.findIndex((other) => other.id === grid.id) !== at) source.problem(['grids', at, 'id'], `grid ${grid.id} twice`);
    checkLines(source, ['grids', at, 'rows'], grid.rows);
    checkLines(source, ['grids', at, 'columns'], grid.columns);
    grid.rows.forEach((row, rowAt) =>
      grid.columns.forEach((column) => {
        const id = `${grid.section}/${row.code}/${column.code}`;
        const path = ['grids', at, 'rows', rowAt];
        if (!registered.has(id)) source.problem(path, `cell ${id} is not in the registry`);
        if (seen.has(id)) source.problem(path, `cell ${id} stands twice in the form`);
        seen.add(id);
      }),
    );
  });
}

function checkLines(source, path, lines) {
  lines.forEach((line, at) => {
    if (lines.findIndex((other) => other.code === line.code) !== at) source.problem([...path, at], `line ${line.code} twice`);
    const wording = [line.label.zh, ...line.aliases];
    if (new Set(wording).size !== wording.length) source.problem([...path, at], `line ${line.code} names the same wording twice`);
  });
}
