import type { Original, OriginalBlock } from '@gongkai/model';
import { readDocument } from './formats/document-formats';
import { LARGEST_FILE } from './largest-file';
import type { Block, PrintedDocument } from './printed-document';
import { RefusedDocument, refuseEmpty, refuseTooLarge, type ParseRefusal } from './refusals';

export type OriginalOutcome = { readonly ok: true; readonly original: Original } | { readonly ok: false; readonly refusal: ParseRefusal };

const MEGABYTE = 1024 * 1024;
/** Cells and paragraphs; a report has some five hundred. */
const MOST_PIECES = 8_000;
/** Of all texts together. A report may have a hundred thousand. */
const MOST_CHARACTERS = 400_000;

/**
 * A file as `parseReport` sees it before it looks for a report, so that whoever compares the two looks at what was read. As much as fits the limits
 * is given, whole blocks in their order, and how many are left. Refused is what `parseReport` would not open either.
 */
export async function seeOriginal(bytes: Uint8Array): Promise<OriginalOutcome> {
  if (bytes.length === 0) return { ok: false, refusal: refuseEmpty() };
  if (bytes.length > LARGEST_FILE * MEGABYTE) return { ok: false, refusal: refuseTooLarge(LARGEST_FILE) };
  try {
    return { ok: true, original: originalOf(await readDocument(bytes)) };
  } catch (error) {
    if (error instanceof RefusedDocument) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function originalOf({ format, blocks, pages = [] }: PrintedDocument): Original {
  if (pages.length > 0) return { format, blocks: [], pages, left: 0 };
  const shown = fittingOf(blocks);
  return { format, blocks: shown.map(shownBlock), pages, left: blocks.length - shown.length };
}

function fittingOf(blocks: readonly Block[]): readonly Block[] {
  let pieces = 0;
  let characters = 0;
  const end = blocks.findIndex((block) => {
    const texts = textsOf(block);
    pieces += texts.length;
    characters += texts.reduce((sum, text) => sum + text.length, 0);
    return pieces > MOST_PIECES || characters > MOST_CHARACTERS;
  });
  return end < 0 ? blocks : blocks.slice(0, end);
}

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'table') return block.rows.flatMap((row) => row.map(({ text }) => text));
  return block.kind === 'paragraph' ? [block.text] : [''];
}

function shownBlock(block: Block): OriginalBlock {
  if (block.kind === 'picture') return { kind: 'picture' };
  if (block.kind === 'paragraph') return { kind: 'text', text: block.text, heading: block.heading, place: block.place };
  return { kind: 'table', spans: block.spans, rows: block.rows };
}
