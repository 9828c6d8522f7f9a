import type { Container } from '../bytes/open-container';
import { childOf, childrenOf, parsePart, type XmlVocabulary } from './office-xml';

/** Where a relationship of a part leads within the file (ECMA-376 part 2, 9.3). */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `styles`, `worksheet` … */
  readonly type: string;
  /** Name of a part. */
  readonly target: string;
}

const RELATIONSHIPS: XmlVocabulary = {
  namespaces: ['http://schemas.openxmlformats.org/package/2006/relationships', 'http://purl.oclc.org/ooxml/package/relationships'],
  prefix: '',
};

/** The relationships of a part (`''`: of the file itself); targets outside the file are not among them. Throws `Refused`. */
export function relationshipsOf(container: Container, part: string): readonly Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = container.xml(`${folder}_rels/${part.slice(folder.length)}.rels`);
  if (xml === null) return [];
  return childrenOf(childOf(parsePart(xml, RELATIONSHIPS), 'Relationships'), 'Relationship').flatMap(({ attribs = {} }) => {
    const { Id: id = '', Type: type = '', Target: target, TargetMode: mode } = attribs;
    if (target === undefined || mode === 'External') return [];
    return [
      { id, type: type.slice(type.lastIndexOf('/') + 1), target: target.startsWith('/') ? target.slice(1) : withoutSteps(folder + target) },
    ];
  });
}

/** Where the first relationship of that type leads; null where there is none. */
export function targetOf(container: Container, part: string, type: string): string | null {
  return relationshipsOf(container, part).find((one) => one.type === type)?.target ?? null;
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
