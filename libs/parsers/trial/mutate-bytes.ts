import type { Dice } from './dice';

type Mutation = (bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array;

const LARGEST_BLOCK = 4096;
const SECTOR = 512;

interface Block {
  readonly from: number;
  readonly to: number;
}

function blockOf(bytes: Uint8Array, dice: Dice): Block {
  const from = dice.roll(Math.max(1, bytes.length));
  return { from, to: Math.min(bytes.length, from + 1 + dice.roll(LARGEST_BLOCK)) };
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

function flip(bytes: Uint8Array, dice: Dice): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  for (let times = 1 + dice.roll(16); times > 0 && bytes.length > 0; times -= 1) {
    const at = dice.roll(bytes.length);
    flipped[at] = (flipped[at] as number) ^ (1 << dice.roll(8));
  }
  return flipped;
}

function truncate(bytes: Uint8Array, dice: Dice): Uint8Array {
  return bytes.slice(0, dice.roll(bytes.length + 1));
}

function splice(bytes: Uint8Array, dice: Dice, other: Uint8Array): Uint8Array {
  return joined(bytes.subarray(0, dice.roll(bytes.length + 1)), other.subarray(dice.roll(other.length + 1)));
}

function duplicate(bytes: Uint8Array, dice: Dice): Uint8Array {
  const { from, to } = blockOf(bytes, dice);
  return joined(bytes.subarray(0, to), bytes.subarray(from));
}

function remove(bytes: Uint8Array, dice: Dice): Uint8Array {
  const { from, to } = blockOf(bytes, dice);
  return joined(bytes.subarray(0, from), bytes.subarray(to));
}

function fill(bytes: Uint8Array, dice: Dice): Uint8Array {
  const { from, to } = blockOf(bytes, dice);
  return Uint8Array.from(bytes).fill(dice.pick([0, 0x20, 0x30, 0xff]), from, to);
}

function swap(bytes: Uint8Array, dice: Dice): Uint8Array {
  const [left, right] = [blockOf(bytes, dice), blockOf(bytes, dice)].sort((one, two) => one.from - two.from) as [Block, Block];
  if (left.to > right.from) return duplicate(bytes, dice);
  return joined(
    bytes.subarray(0, left.from),
    bytes.subarray(right.from, right.to),
    bytes.subarray(left.to, right.from),
    bytes.subarray(left.from, left.to),
    bytes.subarray(right.to),
  );
}

/** Two sectors of a compound file change places. */
function swapSectors(bytes: Uint8Array, dice: Dice): Uint8Array {
  const sectors = Math.floor(bytes.length / SECTOR);
  if (sectors < 2) return flip(bytes, dice);
  const [one, two] = [dice.roll(sectors) * SECTOR, dice.roll(sectors) * SECTOR];
  const swapped = Uint8Array.from(bytes);
  swapped.set(bytes.subarray(two, two + SECTOR), one);
  swapped.set(bytes.subarray(one, one + SECTOR), two);
  return swapped;
}

const MUTATIONS: readonly Mutation[] = [flip, flip, truncate, splice, duplicate, remove, fill, swap, swapSectors];

/** Damages bytes whatever they hold; `other` is another file to splice from. */
export function mutateBytes(bytes: Uint8Array, dice: Dice, other: Uint8Array): Uint8Array {
  let mutated = bytes;
  for (let times = 1 + dice.roll(2); times > 0; times -= 1) mutated = dice.pick(MUTATIONS)(mutated, dice, other);
  return mutated;
}
