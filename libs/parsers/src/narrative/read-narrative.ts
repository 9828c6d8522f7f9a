import { plainText, NARRATIVE_SECTIONS } from '@gongkai/model';
import type { Narrative, Place } from '@gongkai/model';
import type { Block, Paragraph } from '../printed-document';
import { readDate } from './dates';
import type { SectionedDocument, SectionHeading } from './find-sections';

/** Sections one, five and six, and who signed when. */
export interface NarrativeRead {
  readonly narrative: readonly PlacedNarrative[];
  readonly signedOn: string | null;
  /** The name above the closing date, as printed. */
  readonly signedBy: string | null;
}

/** A narrative section that still knows where its paragraphs stood. */
export interface PlacedNarrative extends Narrative {
  /** Of each line of `text`. */
  readonly places: readonly Place[];
}

interface Signature {
  readonly on: string;
  readonly by: string | null;
  /** Index of the first block that belongs to it. */
  readonly block: number;
}

const NAME = /^[\p{Script=Han}()\s]{3,40}$/u;

export function readNarrative(document: SectionedDocument): NarrativeRead {
  const signature = findSignature(document);
  const end = signature?.block ?? document.end;
  const narrative = document.headings.flatMap((heading, index) => {
    const section = NARRATIVE_SECTIONS.find((code) => code === heading.section);
    const next = Math.min(document.headings[index + 1]?.block ?? end, Math.max(end, heading.block + 1));
    return section ? [{ section, heading: heading.text, ...textOf(document.blocks, heading, next) }] : [];
  });
  return { narrative, signedOn: signature?.on ?? null, signedBy: signature?.by ?? null };
}

function textOf(blocks: readonly Block[], heading: SectionHeading, end: number): Pick<PlacedNarrative, 'text' | 'places'> {
  const start = blocks[heading.block];
  const rest = { text: heading.rest, place: start?.kind === 'paragraph' ? start.place : {} };
  const paragraphs = [rest, ...blocks.slice(heading.block + 1, end).filter((block) => block.kind === 'paragraph')];
  const printed = paragraphs.filter(({ text }) => text !== '');
  return { text: printed.map(({ text }) => text).join('\n'), places: printed.map(({ place }) => place) };
}

/** The last date that stands alone (or behind the agency's name) after the last section's heading: 落款日期. */
function findSignature(document: SectionedDocument): Signature | null {
  const last = document.headings.at(-1);
  if (!last) return null;
  for (let at = document.end - 1; at > last.block; at -= 1) {
    const block = document.blocks[at];
    const signed = block?.kind === 'paragraph' ? signedLine(block) : null;
    if (!signed) continue;
    if (signed.by !== null) return { ...signed, block: at };
    const above = document.blocks[at - 1];
    const by = above?.kind === 'paragraph' && at - 1 > last.block ? nameIn(above.text) : null;
    return { on: signed.on, by, block: by === null ? at : at - 1 };
  }
  return null;
}

/** A line that is a date, or a name and a date. */
function signedLine({ text }: Paragraph): { readonly on: string; readonly by: string | null } | null {
  const whole = readDate(text);
  if (whole) return { on: whole, by: null };
  const parts = text.length <= 120 ? text.split(/\s{1,100}(?=\S{4}\s{0,3}年)/) : [];
  const on = parts.length === 2 ? readDate(parts[1] ?? '') : null;
  const by = on ? nameIn(parts[0] ?? '') : null;
  return on && by ? { on, by } : null;
}

function nameIn(text: string): string | null {
  const plain = plainText(text).trim();
  return NAME.test(plain) ? plain.replace(/\((?:盖章|公章|章)\)/, '').trim() : null;
}
