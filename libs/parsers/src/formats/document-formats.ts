import type { PrintedDocument } from '../printed-document';
import { isHtml, readHtml } from './html-format';
import { readText } from './text-format';

interface TextualFormat {
  readonly accepts: (text: string) => boolean;
  readonly read: (text: string) => PrintedDocument;
}

/** Formats of decoded text, the pickiest first; the last one takes everything. A new format is a file of its own and a line here. */
const FORMATS: readonly TextualFormat[] = [
  { accepts: isHtml, read: readHtml },
  { accepts: () => true, read: readText },
];

export function readDocument(text: string): PrintedDocument {
  const format = FORMATS.find((one) => one.accepts(text));
  return (format?.read ?? readText)(text);
}
