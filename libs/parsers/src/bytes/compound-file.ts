import { refuseDamaged, RefusedDocument } from '../refusals';
import { ByteView } from './byte-view';

/** What stands in the root of a compound file (MS-CFB). */
export interface CompoundFile {
  /** The bytes of a stream; undefined where there is none of that name. Throws `Refused`. */
  readonly stream: (name: string) => ByteView | undefined;
  readonly storages: ReadonlySet<string>;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const ENTRY_SIZE = 128;
const HEADER_SIZE = 512;
const LISTED_IN_HEADER = 109;
/** Sector numbers from here on are marks: end of chain, free, and the like. */
const MARKS = 0xfffffffa;
const STORAGE = 1;
const STREAM = 2;

/** Throws `Refused` where a chain of sectors leaves the file or turns in a circle. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const file = new ByteView(bytes);
  const size = 1 << file.u16(30);
  if (size < HEADER_SIZE) throw new RefusedDocument(refuseDamaged());
  const sector = (number: number): ByteView => file.part((number + 1) * size, Math.min(size, file.size - (number + 1) * size));
  const table = numbersIn(tableSectors(file, sector).map(sector));
  const read = (start: number): ByteView => joined(chain(start, table).map(sector));
  const directory = entriesIn(read(file.u32(48)));
  const root = directory[0];
  if (!root) throw new RefusedDocument(refuseDamaged());
  const mini = root.start < MARKS ? read(root.start) : new ByteView(new Uint8Array());
  const miniTable = file.u32(60) < MARKS ? numbersIn([read(file.u32(60))]) : [];
  const miniSize = 1 << file.u16(32);
  const readMini = (start: number): ByteView => joined(chain(start, miniTable).map((number) => mini.part(number * miniSize, miniSize)));
  const children = childrenOf(root, directory);
  return {
    stream: (name) => {
      const entry = children.find((one) => one.type === STREAM && one.name === name);
      return entry && (entry.size < file.u32(56) ? readMini : read)(entry.start).part(0, entry.size);
    },
    storages: new Set(children.filter(({ type }) => type === STORAGE).map(({ name }) => name)),
  };
}

/** The sectors of the allocation table: the first 109 in the header, further ones in a chain of their own. */
function tableSectors(file: ByteView, sector: (number: number) => ByteView): readonly number[] {
  const count = file.u32(44);
  const listed = Array.from({ length: Math.min(count, LISTED_IN_HEADER) }, (_, index) => file.u32(76 + index * 4));
  let next = file.u32(68);
  for (let read = 0; listed.length < count && next < MARKS && read <= count; read += 1) {
    const numbers = numbersIn([sector(next)]);
    listed.push(...numbers.slice(0, -1));
    next = numbers.at(-1) ?? MARKS;
  }
  return listed.slice(0, count).filter((number) => number < MARKS);
}

function numbersIn(sectors: readonly ByteView[]): readonly number[] {
  return sectors.flatMap((sector) => Array.from({ length: Math.floor(sector.size / 4) }, (_, index) => sector.u32(index * 4)));
}

function chain(start: number, table: readonly number[]): readonly number[] {
  const numbers: number[] = [];
  for (let next: number | undefined = start; next !== undefined && next < MARKS; next = table[next]) {
    if (numbers.length > table.length) throw new RefusedDocument(refuseDamaged());
    numbers.push(next);
  }
  return numbers;
}

function joined(parts: readonly ByteView[]): ByteView {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.size, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part.bytes, at);
    at += part.size;
  }
  return new ByteView(whole);
}

function entriesIn(directory: ByteView): readonly Entry[] {
  return Array.from({ length: Math.floor(directory.size / ENTRY_SIZE) }, (_, index) => {
    const entry = directory.part(index * ENTRY_SIZE, ENTRY_SIZE);
    const name = new TextDecoder('utf-16le').decode(entry.bytes.subarray(0, Math.max(Math.min(entry.u16(64), 64) - 2, 0)));
    const [left, right, child] = [entry.u32(68), entry.u32(72), entry.u32(76)];
    return { name, type: entry.u8(66), left, right, child, start: entry.u32(116), size: entry.u32(120) };
  });
}

/** What hangs on the tree under the root; what hangs under its storages (embedded documents) does not. */
function childrenOf(root: Entry, directory: readonly Entry[]): readonly Entry[] {
  const found = new Set<Entry>();
  const open = [root.child];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    const entry = directory[number];
    if (!entry || found.has(entry)) continue;
    found.add(entry);
    open.push(entry.left, entry.right);
  }
  return [...found];
}
