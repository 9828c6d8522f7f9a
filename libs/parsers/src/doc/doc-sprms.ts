import type { ByteView } from '../bytes/byte-view';
import { refuseDamaged, RefusedDocument } from '../refusals';

/** One change of a property, as Word writes it (MS-DOC 2.2.5.1); `operand` without its own size. */
export interface Sprm {
  readonly code: number;
  readonly operand: ByteView;
}

/** Bytes of the operand by the three upper bits of the code; variable for 6. */
const SIZES: readonly number[] = [1, 1, 2, 4, 2, 2, -1, 3];
/** Of paragraphs, characters, pictures, sections and tables. */
const KINDS = new Set([1, 2, 3, 4, 5]);
const DEFINE_TABLE = 0xd608;
const CHANGE_TABS = 0xc615;

/** Throws `Refused` where the list leaves its bytes. */
export function sprmsIn(list: ByteView): readonly Sprm[] {
  const sprms: Sprm[] = [];
  for (let at = 0; at + 2 < list.size;) {
    const code = list.u16(at);
    if (!KINDS.has((code >> 10) & 7)) throw new RefusedDocument(refuseDamaged());
    const [start, size] = operandOf(list, at + 2, code);
    sprms.push({ code, operand: list.part(start, size) });
    at = start + size;
  }
  return sprms;
}

function operandOf(list: ByteView, at: number, code: number): readonly [number, number] {
  const fixed = SIZES[code >> 13] ?? 1;
  if (fixed > 0) return [at, fixed];
  if (code === DEFINE_TABLE) return [at + 2, list.u16(at) - 1];
  const size = list.u8(at);
  if (code !== CHANGE_TABS || size < 255) return [at + 1, size];
  const deleted = list.u8(at + 1);
  const added = list.u8(at + 2 + deleted * 4);
  return [at + 1, 2 + deleted * 4 + added * 3];
}

/** Whether the last such change switches the property on, or the other way round than its style. */
export function hasFlag(sprms: readonly Sprm[], code: number): boolean {
  const value = numberIn(sprms, code);
  return value === 1 || value === 0x81;
}

/** The last such change, as a number of one byte; undefined where there is none. */
export function numberIn(sprms: readonly Sprm[], code: number): number | undefined {
  return sprms.findLast((sprm) => sprm.code === code)?.operand.u8(0);
}
