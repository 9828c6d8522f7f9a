import { gridOf, type TrialPage, type PageBlock } from './page';

export const CSV_LAYOUTS = ['plain', 'quoted', 'with_mark'] as const;
export type CsvLayout = (typeof CSV_LAYOUTS)[number];

const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180, one row a line, every place of a grid as Excel saves it: `plain` quotes what must be, `quoted` everything, `with_mark` begins with a byte order mark. */
export function writeCsvPage(page: TrialPage, layout: CsvLayout): Uint8Array {
  const rows = page.blocks.flatMap((block) => rowsOf(block));
  const width = Math.max(...rows.map((row) => row.length));
  const padded = rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
  const text = padded.map((row) => row.map((cell) => quoted(cell, layout === 'quoted')).join(',')).join('\r\n');
  return new TextEncoder().encode(`${layout === 'with_mark' ? BYTE_ORDER_MARK : ''}${text}\r\n`);
}

function rowsOf(block: PageBlock): readonly (readonly string[])[] {
  if (block.kind !== 'table') return [[block.text]];
  return gridOf(block.rows).map((line) => line.map((place) => (place?.begins === true ? place.cell.text : '')));
}

function quoted(text: string, always: boolean): string {
  return always || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
