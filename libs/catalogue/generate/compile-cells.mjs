/** The registry written out, one entry a position. Refuses gaps, overlaps, wrong block lengths, unknown codes and a cell named twice. */
export function compileCells(source, blocks) {
  const cells = [];
  const seen = new Set();
  blocks.forEach((block, at) => {
    checkBlock(source, block, at, cells.length + 1);
    for (const row of block.rows)
      for (const column of block.columns) {
        const id = `${block.section}/${row}/${column}`;
        if (seen.has(id)) source.problem([at], `cell ${id} is in the registry already`);
        seen.add(id);
        const named = (codes) => codes.includes(row) || codes.includes(column);
        cells.push({
          position: cells.length + 1,
          id,
          section: block.section,
          unit: block.unit,
          additivity: named(block.stock) ? 'stock' : 'flow',
          signed: named(block.signed),
        });
      }
  });
  return cells;
}

function checkBlock(source, block, at, expectedFirst) {
  if (block.first !== expectedFirst)
    source.problem([at, 'first'], `the block begins at position ${block.first}, expected ${expectedFirst}`);
  const size = block.rows.length * block.columns.length;
  const length = block.last - block.first + 1;
  if (size !== length) source.problem([at, 'last'], `${length} positions for ${size} cells`);
  for (const key of ['stock', 'signed'])
    for (const code of block[key])
      if (!block.rows.includes(code) && !block.columns.includes(code))
        source.problem([at, key], `${code} is no row or column of the block`);
}
