/**
 * Indicators with their terms written out as cells for every form. Refuses forms there are none of, cells a form does not have and additivity that
 * the cells contradict.
 */
export function compileIndicators(source, indicators, forms, cells) {
  return indicators.map((indicator, at) => {
    if (indicator.position !== at + 1) source.problem([at, 'position'], `position ${indicator.position}, expected ${at + 1}`);
    if (indicators.findIndex((other) => other.code === indicator.code) !== at)
      source.problem([at, 'code'], `indicator ${indicator.code} twice`);
    const compiled = { ...indicator, terms: termsOf(source, at, indicator, forms) };
    checkSums(source, at, compiled, cells);
    return compiled;
  });
}

/** A form without terms does not ask for the figure. */
function termsOf(source, at, { terms }, forms) {
  for (const key of Object.keys(terms))
    if (key !== 'all' && forms.every(({ id }) => id !== key)) source.problem([at, 'terms', key], `there is no form ${key}`);
  return Object.fromEntries(
    forms.flatMap((form) => {
      const key = terms[form.id] === undefined ? 'all' : form.id;
      const written = terms[key];
      if (!written) return [];
      const side = (name) => written[name].flatMap((term, index) => expand(source, [at, 'terms', key, name, index], term, form));
      return [[form.id, { of: side('of'), over: side('over') }]];
    }),
  );
}

function expand(source, path, term, form) {
  const [section, row, column] = term.split('/');
  const named = (lines, name) =>
    lines.filter((line) => (name?.startsWith('@') ? `@${line.group}` : line.code) === name).map((line) => line.code);
  const found = form.grids
    .filter((grid) => grid.section === section)
    .flatMap((grid) => named(grid.rows, row).flatMap((r) => named(grid.columns, column).map((c) => `${section}/${r}/${c}`)));
  if (found.length === 0) source.problem(path, `${term} names no cell of ${form.id}`);
  return found;
}

function checkSums(source, at, indicator, cells) {
  const { terms } = indicator;
  const kinds = new Map(cells.map((cell) => [cell.id, cell]));
  for (const { of, over } of Object.values(terms)) {
    if (over.length > 0 !== (indicator.additivity === 'ratio' && indicator.unit === 'share'))
      source.problem([at], `${indicator.code}: exactly what has \`over\` is a ratio with the unit share`);
    const sectionsOf = (ids) => [...new Set(ids.map((id) => kinds.get(id)?.section))];
    if (sectionsOf(of).some((section) => section !== indicator.section))
      source.problem([at, 'section'], `${indicator.code} adds up cells outside ${indicator.section}`);
    if (sectionsOf(over).length > 1) source.problem([at, 'terms'], `${indicator.code} divides by cells of several sections`);
    if (over.length > 0) continue;
    const sums = of.some((id) => kinds.get(id)?.additivity === 'stock') ? 'stock' : 'flow';
    if (indicator.additivity !== sums) source.problem([at, 'additivity'], `${indicator.code} is a ${sums} by its cells`);
    if (of.some((id) => kinds.get(id)?.unit !== indicator.unit))
      source.problem([at, 'unit'], `${indicator.code} adds cells of another unit than ${indicator.unit}`);
  }
  if (Object.keys(terms).length === 0) source.problem([at, 'terms'], `${indicator.code} has no terms`);
}
