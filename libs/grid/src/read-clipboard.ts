import { readHtmlBlocks } from './read-html-blocks';
import { readTabbedText } from './read-tabbed-text';

/** Texts line by line; null where a merged cell reaches over the place, so that nothing is said of it. */
export type TextBlock = readonly (readonly (string | null)[])[];

export interface ClipboardBlock {
  readonly block: TextBlock;
  /** Tables that were copied besides and are left out. */
  readonly left: number;
}

/** What a program puts on the clipboard, by kind. */
export interface ClipboardTexts {
  /** `text/html`; empty where there is none. */
  readonly html: string;
  /** `text/plain`. */
  readonly text: string;
}

/** The largest table of the marked-up copy, else the plain one by its tabs and lines; null where nothing was copied. */
export function readClipboard({ html, text }: ClipboardTexts): ClipboardBlock | null {
  const blocks = readHtmlBlocks(html);
  const [largest] = blocks.toSorted((a, b) => b.flat().length - a.flat().length);
  if (largest !== undefined) return { block: largest, left: blocks.length - 1 };
  return text === '' ? null : { block: readTabbedText(text), left: 0 };
}
