import { TEXT_HINTS, trimmedText } from '@gongkai/model';
import type { Block, PrintedDocument } from '../printed-document';

const HINTS = Object.values(TEXT_HINTS);

/** A document without the hints of our own template; what somebody typed beside one stays. */
export function withoutHints(document: PrintedDocument): PrintedDocument {
  return { ...document, blocks: document.blocks.flatMap(withoutHint) };
}

function withoutHint(block: Block): readonly Block[] {
  if (block.kind !== 'paragraph' || !HINTS.some((hint) => block.text.includes(hint))) return [block];
  const text = trimmedText(HINTS.reduce((rest, hint) => rest.replaceAll(hint, ''), block.text));
  return text === '' ? [] : [{ ...block, text }];
}
