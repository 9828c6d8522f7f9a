import { gridOf, type TrialPage, type PageBlock, type PageRow } from './page';

export const TEXT_LAYOUTS = ['tabs', 'pipes', 'lines', 'markdown'] as const;
export type TextLayout = (typeof TEXT_LAYOUTS)[number];

/**
 * `tabs`: every place of the grid, merged ones blank; `pipes`: cells parted by bars, a cell merged with the one above blank, one merged with
 * its neighbour not printed; `lines`: the same with one cell a line; `markdown`: every place, framed.
 */
export function writeText(page: TrialPage, layout: TextLayout): Uint8Array {
  return new TextEncoder().encode(`${page.blocks.map((block) => writeBlock(block, layout)).join('\n')}\n`);
}

function writeBlock(block: PageBlock, layout: TextLayout): string {
  if (block.kind === 'table') return writeTable(block.rows, layout);
  if (layout !== 'markdown') return block.text;
  return `${block.kind === 'title' ? '# ' : block.kind === 'heading' ? '## ' : ''}${block.text}\n`;
}

function writeTable(rows: readonly PageRow[], layout: TextLayout): string {
  if (layout === 'tabs')
    return everyPlace(rows)
      .map((row) => row.join('\t'))
      .join('\n');
  if (layout === 'pipes')
    return originCells(rows)
      .map((row) => row.map((text) => text || ' ').join('|'))
      .join('\n');
  if (layout === 'lines')
    return `${originCells(rows)
      .map((row) => row.map((text) => `\t${text}`).join('\n'))
      .join('\n\n')}\n`;
  const [first, ...others] = everyPlace(rows).map((row) => `| ${row.join(' | ')} |`);
  const rule = `|${' --- |'.repeat(gridOf(rows)[0]?.length ?? 1)}`;
  return `${[first, rule, ...others].join('\n')}\n`;
}

function everyPlace(rows: readonly PageRow[]): readonly (readonly string[])[] {
  return gridOf(rows).map((line) => line.map((place) => (place?.begins === true ? place.cell.text : '')));
}

/** Each cell once, and once blank in every row below that it covers. */
function originCells(rows: readonly PageRow[]): readonly (readonly string[])[] {
  return gridOf(rows).map((line) =>
    line.flatMap((place, column) => {
      if (!place) return [];
      if (place.begins) return [place.cell.text];
      return place.fromAbove && line[column - 1]?.cell !== place.cell ? [''] : [];
    }),
  );
}
