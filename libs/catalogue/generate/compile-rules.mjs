const TERM = /^(-)?(?:(\d+)\*)?(last\.)?(@)?([a-z][a-z0-9_]*)$/;

/** Rules with their terms resolved to lines, one rule a grid. A term of last year may name a line that only this form has. */
export function compileRules(source, form) {
  const seen = new Set();
  return form.rules.flatMap((rule, at) => {
    const path = ['rules', at];
    const { grids, grid, left, right, ...rest } = rule;
    return (grids ?? [grid]).flatMap((id) => {
      const found = form.grids.find((candidate) => candidate.id === id);
      if (!found) {
        source.problem(path, `rule ${rule.id} names the grid ${id}, which the form does not have`);
        return [];
      }
      if (seen.has(`${rule.id} ${id}`)) source.problem(path, `rule ${rule.id} stands twice for the grid ${id}`);
      seen.add(`${rule.id} ${id}`);
      checkOnly(source, [...path, 'only'], rule, found);
      const across = rule.each === 'row' ? found.columns : found.rows;
      const side = (name) => rule[name].map((text, index) => compileTerm(source, [...path, name, index], text, across)).filter(Boolean);
      return [{ ...rest, grid: id, left: side('left'), right: side('right') }];
    });
  });
}

function compileTerm(source, path, text, lines) {
  const match = TERM.exec(text);
  if (!match) {
    source.problem(path, `"${text}" is no term: write line, @group, -line, last.line or 2*line`);
    return null;
  }
  const [, minus, factor, last, group, code] = match;
  const codes = lines.filter((line) => (group ? line.group : line.code) === code).map((line) => line.code);
  if (codes.length === 0) source.problem(path, `the term "${text}" names no ${group ? 'group' : 'line'} of the grid`);
  return { lines: codes, sign: minus ? -1 : 1, factor: Number(factor ?? 1), year: last ? 'last' : 'this' };
}

function checkOnly(source, path, rule, grid) {
  const along = rule.each === 'row' ? grid.rows : grid.columns;
  for (const code of rule.only ?? [])
    if (!along.some((line) => line.code === code))
      source.problem(path, `rule ${rule.id} is only for ${code}, which the grid does not have`);
}
