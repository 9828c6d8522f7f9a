import { trimmedText } from '@gongkai/model';
import type { TextBlock } from './read-clipboard';

/** A field in quotes, quotes within being doubled, or one that runs to the next tab or line. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;

/** Tab-separated texts as sheets copy them; a quote that is never closed is a quote. The line break at the end opens no line. */
export function readTabbedText(text: string): TextBlock {
  const lines: string[][] = [[]];
  for (let at = 0; at <= text.length;) {
    const { field, end, next } = fieldAt(text, at);
    lines.at(-1)?.push(trimmedText(field));
    if (next >= text.length && end !== '\t') break;
    if (end !== '\t') lines.push([]);
    at = next;
  }
  return lines;
}

function fieldAt(text: string, at: number): { readonly field: string; readonly end: string; readonly next: number } {
  FIELD.lastIndex = at;
  const [all = '', quoted, plain = '', end = ''] = FIELD.exec(text) ?? [];
  return { field: quoted === undefined ? plain : quoted.replaceAll('""', '"'), end, next: at + all.length };
}
