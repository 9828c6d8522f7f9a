import type { ByteView } from '../bytes/byte-view';
import { openCompoundFile, type CompoundFile } from '../bytes/compound-file';
import { refuseDamaged, refuseEncrypted, refuseFormat, refuseMacros, RefusedDocument } from '../refusals';
import { characterRuns, paragraphRuns, type PropertyRun } from './doc-properties';

/** The main text of a Word 97 file, each character with the byte it stands at, and the properties of bytes. */
export interface DocText {
  readonly characters: string;
  /** Of each character, in the main stream. */
  readonly positions: readonly number[];
  readonly paragraphs: readonly PropertyRun[];
  readonly runs: readonly PropertyRun[];
}

const WORD = 0xa5ec;
const WORD_97 = 193;
const ENCRYPTED = 0x100;
const SECOND_TABLE = 0x200;
const COMPRESSED = 0x40000000;
/** A report has some ten thousand characters. */
const MOST_CHARACTERS = 5_000_000;

/** Reads text and properties by the file's own tables (MS-DOC 2.4.1). Throws `Refused`. */
export function readDocText(bytes: Uint8Array): DocText {
  const file = openCompoundFile(bytes);
  if (file.storages.has('Macros') || file.storages.has('_VBA_PROJECT_CUR')) throw new RefusedDocument(refuseMacros());
  const main = streamOf(file, 'WordDocument');
  if (main.u16(0) !== WORD || main.u16(2) < WORD_97)
    throw new RefusedDocument(refuseFormat({ zh: 'Word 95或者更早的文件', en: 'a file of Word 95 or earlier' }));
  const flags = main.u16(10);
  if (flags & ENCRYPTED) throw new RefusedDocument(refuseEncrypted());
  const table = streamOf(file, flags & SECOND_TABLE ? '1Table' : '0Table');
  const listAt = (at: number) => ({ at: main.u32(at), size: main.u32(at + 4) });
  return {
    ...readPieces(main, table),
    paragraphs: paragraphRuns(main, table, listAt(0x102), file.stream('Data')),
    runs: characterRuns(main, table, listAt(0xfa)),
  };
}

function streamOf(file: CompoundFile, name: string): ByteView {
  const stream = file.stream(name);
  if (!stream) throw new RefusedDocument(refuseDamaged());
  return stream;
}

/** The pieces the text is made of, in their order, as far as the main text goes. */
function readPieces(main: ByteView, table: ByteView): Pick<DocText, 'characters' | 'positions'> {
  const length = main.u32(0x4c);
  if (length > MOST_CHARACTERS) throw new RefusedDocument(refuseDamaged());
  const pieces = pieceTable(table.part(main.u32(0x1a2), main.u32(0x1a6)));
  const count = Math.floor((pieces.size - 4) / 12);
  const characters: string[] = [];
  const positions: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = pieces.u32(index * 4);
    const size = Math.min(pieces.u32(index * 4 + 4), length) - start;
    if (size <= 0) continue;
    const at = pieces.u32((count + 1) * 4 + index * 8 + 2);
    const width = at & COMPRESSED ? 1 : 2;
    const from = width === 1 ? (at & ~COMPRESSED) >>> 1 : at;
    const text = main.part(from, size * width).bytes;
    characters.push(new TextDecoder(width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(text));
    for (let number = 0; number < size; number += 1) positions.push(from + number * width);
  }
  return { characters: characters.join(''), positions };
}

/** Behind lists of changed properties (1) stands the table of pieces (2). */
function pieceTable(clx: ByteView): ByteView {
  let at = 0;
  while (clx.u8(at) === 1) at += 3 + clx.u16(at + 1);
  if (clx.u8(at) !== 2) throw new RefusedDocument(refuseDamaged());
  return clx.part(at + 5, clx.u32(at + 1));
}
