/** Where a table of our own template names the cell of each line, and where it says what stands in it; counted from 0. */
export interface CellHeader {
  readonly cell: number;
  readonly text: number;
}

/** A header is one by its columns `cell` and `text`; what else stands in it is there for people. Null for any other row. */
export function cellHeaderOf(texts: readonly string[]): CellHeader | null {
  const names = texts.map((text) => text.trim().toLowerCase());
  const [cell, text] = [names.indexOf('cell'), names.indexOf('text')];
  return cell < 0 || text < 0 ? null : { cell, text };
}
