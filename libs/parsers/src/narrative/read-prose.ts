import { solidText, TABLE_SECTIONS } from '@gongkai/model';
import type { Place, Prose } from '@gongkai/model';
import type { Paragraph } from '../printed-document';
import type { SectionedDocument } from './find-sections';

/** Running text of a table section that still knows where its paragraphs stood. */
export interface PlacedProse extends Prose {
  /** Of each line of `text`. */
  readonly places: readonly Place[];
}

const SHORTEST = 8;
/** A number that counts something, or the word that there was none: labels and captions have neither. */
const SAYS_HOW_MANY = /\d(?:件|条|项|起|宗|例|人|份|篇|期|元|万元)|(?:未|没有|无)[^。]{0,200}[。;]|(?:件|条|项)[,。;]/;

/** The sentences that stand beside the tables of sections two to four. */
export function readProse({ blocks, headings, end }: SectionedDocument): readonly PlacedProse[] {
  return headings.flatMap((heading, at) => {
    const section = TABLE_SECTIONS.find((code) => code === heading.section);
    const next = headings[at + 1]?.block ?? end;
    const found = blocks
      .slice(heading.block + 1, next)
      .filter((block): block is Paragraph => block.kind === 'paragraph' && isSentence(block.text));
    if (!section || found.length === 0) return [];
    return [{ section, text: found.map(({ text }) => text).join('\n'), places: found.map(({ place }) => place) }];
  });
}

function isSentence(text: string): boolean {
  const solid = solidText(text);
  return solid.length >= SHORTEST && SAYS_HOW_MANY.test(solid) && !/^\(?本列数据/.test(solid);
}
