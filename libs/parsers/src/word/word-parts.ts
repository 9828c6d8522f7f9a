import { openContainer, type Container } from '../bytes/open-container';
import { refuseDamaged, Refused } from '../refusals';
import type { HtmlNode } from '../html/html-nodes';
import { childOf, findIn, parseWord, valueOf } from './word-xml';

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
  const document = xml && /<\/(?:[\w.-]{1,40}:)?document>\s*$/.test(xml) ? parseWord(xml) : undefined;
  const body = childOf(childOf(document, 'w:document'), 'w:body');
  if (!body) throw new Refused(refuseDamaged());
  const partOf = (type: string): HtmlNode | undefined => {
    const part = container.xml(targetOf(container, path, type) ?? '');
    return part === null ? undefined : parseWord(part);
  };
  return { body, styles: partOf('styles'), numbering: partOf('numbering') };
}

/** Where the relationship of that type leads from a part (`''`: from the file itself); null where there is none within the file. */
function targetOf(container: Container, from: string, type: string): string | null {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const xml = container.xml(`${folder}_rels/${from.slice(folder.length)}.rels`);
  if (xml === null) return null;
  const found = findIn(parseWord(xml), 'Relationships')?.children?.find(
    (child) => valueOf(child, 'Type')?.endsWith(`/${type}`) && valueOf(child, 'TargetMode') !== 'External',
  );
  const target = valueOf(found, 'Target');
  if (target === undefined) return null;
  return target.startsWith('/') ? target.slice(1) : withoutSteps(folder + target);
}

/** `word/../a.xml` is `a.xml`. */
function withoutSteps(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
