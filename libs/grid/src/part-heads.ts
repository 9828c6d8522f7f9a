import type { TextBlock } from './read-clipboard';

/** A text of a block and where it stands in it; line and column counted from 1. */
export interface BlockText {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** A block without the names of its rows and columns. */
export interface PartedBlock {
  readonly lines: readonly { readonly line: number; readonly texts: TextBlock[number] }[];
  /** Columns at the left edge that are left out. */
  readonly left: number;
  readonly heads: readonly BlockText[];
}

/** Letters that a text has at least, if it names a row or a column; an estimate (约5) has fewer. */
const FEWEST_LETTERS = 2;

/**
 * Parts the names of rows and columns, which are copied along with the figures, from the figures: names at the left edge, and whole lines of names over
 * figures. Where anything but figures would be left, nothing is taken for a name.
 */
export function partHeads(block: TextBlock, isFigure: (text: string) => boolean): PartedBlock {
  const isName = (text: string | null | undefined): boolean =>
    typeof text === 'string' && !isFigure(text) && (text.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS;
  const isSaid = (text: string | null | undefined): text is string => typeof text === 'string' && text !== '';
  const all = block.map((texts, at) => ({ line: at + 1, texts }));
  const whole: PartedBlock = { lines: all, left: 0, heads: [] };
  const withFigures = all.filter(({ texts }) => texts.some((text) => isSaid(text) && isFigure(text)));
  const isNames = (column: number): boolean => {
    const said = withFigures.map(({ texts }) => texts[column]).filter(isSaid);
    return said.length > 0 && said.every(isName);
  };
  let left = 0;
  while (isNames(left)) left += 1;
  const isHead = ({ texts }: (typeof all)[number]): boolean => {
    const beside = texts.slice(left);
    return beside.some(isName) ? beside.filter(isSaid).every(isName) : isName(texts[0]) && beside.every((text) => text === null);
  };
  const lines = all.filter((line) => !isHead(line));
  if (withFigures.length === 0 || lines.some(({ texts }) => texts.slice(left).some(isName))) return whole;
  const heads = all.flatMap((line) =>
    line.texts.flatMap((text, at) => (isSaid(text) && (at < left || isHead(line)) ? [{ line: line.line, column: at + 1, text }] : [])),
  );
  return { lines, left, heads };
}
