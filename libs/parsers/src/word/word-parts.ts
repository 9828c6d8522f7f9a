import { openContainer } from '../bytes/open-container';
import { refuseDamaged, RefusedDocument } from '../refusals';
import type { HtmlNode } from '../html/html-nodes';
import { childOf } from '../office/office-xml';
import { targetOf } from '../office/relationships';
import { parseWord } from './word-xml';

/** The parts of a Word file that say what is printed: pictures, headers, footers, notes and comments are never unpacked. */
export interface WordParts {
  readonly body: HtmlNode;
  readonly styles: HtmlNode | undefined;
  readonly numbering: HtmlNode | undefined;
}

/** Finds the parts by their relationships within the file; targets outside are not looked at. Throws `Refused`. */
export function readParts(bytes: Uint8Array): WordParts {
  const container = openContainer(bytes);
  const path = targetOf(container, '', 'officeDocument') ?? 'word/document.xml';
  const xml = container.xml(path);
  const document = xml === null ? undefined : parseWord(xml);
  const body = childOf(childOf(document, 'w:document'), 'w:body');
  if (!body) throw new RefusedDocument(refuseDamaged());
  const partOf = (type: string): HtmlNode | undefined => {
    const part = container.xml(targetOf(container, path, type) ?? '');
    return part === null ? undefined : parseWord(part);
  };
  return { body, styles: partOf('styles'), numbering: partOf('numbering') };
}
