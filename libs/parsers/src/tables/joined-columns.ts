import type { PrintedCell } from '../printed-document';
import type { HeadedLines, PrintedLine } from './stretch';

/**
 * Some writers repeat a merged cell in every place it covers: neighbouring columns with the same headings are one column, and its cell is
 * the one they all repeat. Different cells under it belong to nobody, unless no line repeats one.
 */
export function joinRepeated(read: HeadedLines): HeadedLines {
  const keys = read.leaves.map(({ path }) => path.join('\n'));
  const starts = keys.flatMap((key, index) => (key === '' || key !== keys[index - 1] ? [index] : []));
  if (starts.length === keys.length || areApart(read, starts)) return read;
  return { leaves: starts.flatMap((start) => read.leaves[start] ?? []), lines: read.lines.map((line) => joinCells(line, starts)) };
}

/** Where no line has the same figure twice, the heading of another column was printed by mistake; zeros and blanks say nothing. */
function areApart({ lines }: HeadedLines, starts: readonly number[]): boolean {
  const groups = lines.flatMap(({ cells }) => starts.map((start, index) => cells.slice(start, starts[index + 1])));
  const telling = groups.filter((group) => group.length > 1 && group.some((cell) => /[1-9]/.test(cell?.text ?? '')));
  return telling.length > 0 && telling.every((group) => !isOne(group));
}

function joinCells(line: PrintedLine, starts: readonly number[]): PrintedLine {
  const groups = starts.map((start, index) => line.cells.slice(start, starts[index + 1]));
  const cells = groups.map((group) => (isOne(group) ? (group[0] ?? null) : null));
  const apart = groups.flatMap((group) => (isOne(group) ? [] : group.filter((cell) => cell !== null)));
  const spent = groups.flatMap((group) => (isOne(group) ? group.slice(1).filter((cell) => cell !== null) : []));
  return { ...line, cells, stray: [...line.stray, ...apart], spent };
}

function isOne([first, ...others]: readonly (PrintedCell | null)[]): boolean {
  return others.every((cell) => cell?.text === first?.text);
}
