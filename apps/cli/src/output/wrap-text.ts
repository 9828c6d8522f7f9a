/// <reference path="./table-measure.d.ts" />
import { strlen } from 'cli-table3/src/utils';
import { terminalText } from './terminal-text';

/** Columns a text takes on a terminal, colours not counted: a Chinese character takes two. */
export const widthOf = (text: string): number => strlen(text);

/** A run of Latin letters and digits stays together; a Chinese character stands for itself and takes the punctuation after it along. */
const PIECES = /[（“‘「『《〔【([]*(?:[^\s\p{Script=Han}\p{P}\p{S}]+|.)[，。；：！？、）”’」』》〕】,.;:!?)\]]*\s*/gsu;

/** A text, made plain, in lines of at most `width` columns, its own line breaks kept; only a single word that is wider than a line is cut inside. */
export function wrapText(text: string, width: number): readonly string[] {
  return terminalText(text)
    .split('\n')
    .flatMap((line) => wrapLine(line, width));
}

/** Items one after the other, parted by ` · `, in lines of at most `width` columns; only an item that is wider is wrapped inside. */
export function wrapItems(items: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const longer = last === undefined ? item : `${last} · ${item}`;
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(item);
  }
  return lines.flatMap((line) => wrapText(line, width));
}

function wrapLine(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const piece of text.match(PIECES) ?? []) {
    for (const part of widthOf(piece.trimEnd()) > width ? [...piece] : [piece]) {
      const line = lines.pop() ?? '';
      if (line === '' || widthOf(line + part.trimEnd()) <= width) lines.push(line + part);
      else lines.push(line.trimEnd(), part);
    }
  }
  return lines.map((line) => line.trimEnd());
}
