import type { Doubt, TableSection } from '@gongkai/model';
import type { SectionedDocument } from '../narrative/find-sections';
import type { Block } from '../printed-document';

/** What stands under a heading whose table could not be read. */
type Unread = 'picture' | 'layout' | 'prose' | 'nothing';

/** The doubt about a section whose heading is printed although no table of it was read; null where there is no heading either. */
export function unreadSection({ blocks, headings, homes, end }: SectionedDocument, section: TableSection): Doubt | null {
  const heading = headings.find((one) => one.section === section);
  if (!heading) return null;
  const own = blocks.filter((_, at) => homes[at] === section && at > heading.block && at < end);
  const start = blocks[heading.block];
  const place = start?.kind === 'paragraph' ? start.place : null;
  return { code: 'section_unread', section, cell: null, text: whatStands(own), place };
}

/** Lines of a table that has come apart hold figures and no sentences. */
function whatStands(own: readonly Block[]): Unread {
  const paragraphs = own.filter((block) => block.kind === 'paragraph');
  const loose = paragraphs.filter(({ text }) => /\d/.test(text) && !/[。；]/.test(text));
  if (own.some((block) => block.kind === 'table') || loose.length > MOST_LOOSE) return 'layout';
  if (own.some((block) => block.kind === 'picture')) return 'picture';
  return paragraphs.length > 0 ? 'prose' : 'nothing';
}

/** Fewer lines are captions and notes. */
const MOST_LOOSE = 3;
