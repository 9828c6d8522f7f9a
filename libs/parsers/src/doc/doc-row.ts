import { refuseConversion, RefusedDocument } from '../refusals';
import type { PropertyRun } from './doc-properties';
import type { Sprm } from './doc-sprms';
import type { Merge } from '../word/word-table';

/** One cell of a row, before the columns of its table are known. */
export interface DocCell {
  readonly text: string;
  readonly merge: Merge;
  /** Its edges, in twentieths of a point. */
  readonly left: number;
  readonly right: number;
}

const DEFINE_TABLE = 0xd608;
const VERTICAL_MERGE = 0xd62b;
/** Cells inserted, deleted, split or merged after the row was defined: such a row is left to an office program. */
const CHANGES = new Set([0x7621, 0x5622, 0x5624, 0x5625, 0x7623]);
const CELL_SIZE = 20;

/** The cells of a row by its end's own definition (MS-DOC 2.9.316 TDefTableOperand). Throws `Refused` where it does not fit the text. */
export function rowOf(texts: readonly string[], { sprms }: PropertyRun): readonly DocCell[] {
  const definition = sprms.findLast(({ code }) => code === DEFINE_TABLE)?.operand;
  if (!definition || definition.u8(0) !== texts.length || sprms.some(({ code }) => CHANGES.has(code)))
    throw new RefusedDocument(refuseConversion('doc'));
  const merges = texts.map((_, index) => {
    const at = 1 + (texts.length + 1) * 2 + index * CELL_SIZE;
    return mergeOf(at + 2 <= definition.size ? definition.u16(at) : 0);
  });
  for (const sprm of sprms) if (sprm.code === VERTICAL_MERGE) setVertical(merges, sprm);
  return texts.map((text, index) => ({
    text,
    merge: merges[index] ?? 'none',
    left: definition.i16(1 + index * 2),
    right: definition.i16(3 + index * 2),
  }));
}

/** Cells merged sideways are written as one wide cell; the older way of two bits is left to an office program. */
function mergeOf(flags: number): Merge {
  if (flags & 3) throw new RefusedDocument(refuseConversion('doc'));
  return verticalOf((flags >> 5) & 3);
}

function verticalOf(flags: number): Merge {
  if (flags === 1) return 'down';
  return flags === 0 ? 'none' : 'first';
}

function setVertical(merges: Merge[], { operand }: Sprm): void {
  const index = operand.u8(0);
  if (index < merges.length) merges[index] = verticalOf(operand.u8(1) & 3);
}
