import type { NamedYear, SectionCode } from '@gongkai/model';
import type { SectionedDocument } from './find-sections';
import { captionYear, onlyYear } from './other-years';

const TABLED: readonly SectionCode[] = ['s2', 's3', 's4'];
/** Not 〔2021〕30号. */
const OF_A_YEAR = /20\d{2}年/;
/** A line of units may stand between a caption and its table. */
const MOST_CAPTIONS = 2;

/** The years that headings of sections with tables name, and the captions of the first table of each: 2023年度主动公开情况统计表. */
export function captionYears(document: SectionedDocument): readonly NamedYear[] {
  const headings = document.headings.filter(({ section }) => TABLED.includes(section));
  return [
    ...headings.flatMap(({ text }) => named(OF_A_YEAR.test(text) ? onlyYear(text) : null, text)),
    ...TABLED.flatMap((section) => firstCaption(document, section)),
  ];
}

function firstCaption({ blocks, homes, headings }: SectionedDocument, section: SectionCode): readonly NamedYear[] {
  const at = blocks.findIndex((block, index) => block.kind === 'table' && homes[index] === section);
  const first = Math.max(0, at - MOST_CAPTIONS, (headings.findLast(({ block }) => block < at)?.block ?? -1) + 1);
  const above = at < 0 ? [] : blocks.slice(first, at + 1);
  return above.flatMap((block) => named(captionYear(block), block.kind === 'paragraph' ? block.text : (firstText(block) ?? ''))).slice(-1);
}

function firstText(block: SectionedDocument['blocks'][number]): string | undefined {
  return block.kind === 'table' ? block.rows.flat()[0]?.text : undefined;
}

function named(year: number | null, text: string): readonly NamedYear[] {
  return year === null ? [] : [{ place: 'body', year, text }];
}
