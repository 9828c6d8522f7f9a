import { deflateSync, inflateSync } from 'node:zlib';
import { unzipSync, zipSync, type Unzipped } from 'fflate';
import type { Dice } from './dice';
import { mutateBytes } from './mutate-bytes';
import { mutateLines, mutateMarkup } from './mutate-markup';

export const FUZZED_FORMATS = ['html', 'text', 'csv', 'docx', 'xlsx', 'pdf', 'doc'] as const;
export type FuzzedFormat = (typeof FUZZED_FORMATS)[number];

const latin = {
  decode: (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1'),
  encode: (text: string) => Uint8Array.from(Buffer.from(text, 'latin1')),
};
const utf8 = {
  decode: (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8'),
  encode: (text: string) => Uint8Array.from(Buffer.from(text, 'utf8')),
};

/** One part of an Office file damaged, left out or given twice, and all of it packed again. */
function mutateZip(bytes: Uint8Array, dice: Dice): Uint8Array {
  const parts: Unzipped = unzipSync(bytes);
  const names = Object.keys(parts);
  const pages = names.filter((name) => /(?:document|sheet\d*|sharedStrings|styles|workbook)\.xml$/.test(name));
  const name = dice.once(6) || pages.length === 0 ? dice.pick(names) : dice.pick(pages);
  const part = Uint8Array.from(parts[name] as Uint8Array);
  if (dice.once(20)) delete parts[name];
  else if (dice.once(20)) parts[dice.pick(names)] = part;
  else if (dice.once(12)) parts[name] = Uint8Array.from(mutateBytes(part, dice, part));
  else parts[name] = utf8.encode(mutateMarkup(utf8.decode(part), dice));
  return Uint8Array.from(zipSync(parts, { level: 1 }));
}

/** A packed stream of a PDF unpacked, damaged and packed again, or the words between the streams damaged; the cross references are wrong afterwards. */
function mutatePdf(bytes: Uint8Array, dice: Dice): Uint8Array {
  const text = latin.decode(bytes);
  if (dice.once(2)) {
    const words = [...text.matchAll(/\d+ 0 R|\/Length \d+|\/[A-Z][A-Za-z]{2,12}|endobj|endstream|startxref\s+\d+/g)];
    if (words.length === 0) return mutateBytes(bytes, dice, bytes);
    const word = dice.pick(words);
    const instead = dice.pick(['', '0 0 R', `${dice.roll(400)} 0 R`, '/Length 99999999', '/Kids', '/Parent', dice.pick(words)[0]]);
    return latin.encode(text.slice(0, word.index) + instead + text.slice(word.index + word[0].length));
  }
  const streams = [...text.matchAll(/stream\r?\n/g)].filter(({ index }) => !text.slice(index - 3, index).endsWith('end'));
  if (streams.length === 0) return mutateBytes(bytes, dice, bytes);
  const stream = dice.pick(streams);
  const from = stream.index + stream[0].length;
  const to = text.indexOf('endstream', from);
  const inside = unpacked(bytes.subarray(from, to < 0 ? undefined : to));
  if (!inside || to < 0) return mutateBytes(bytes, dice, bytes);
  const damaged = mutateBytes(inside, dice, inside);
  return latin.encode(text.slice(0, from) + latin.decode(deflateSync(damaged)) + text.slice(to));
}

function unpacked(bytes: Uint8Array): Uint8Array | null {
  try {
    return Uint8Array.from(inflateSync(bytes));
  } catch {
    return null;
  }
}

const STRUCTURED: Readonly<Record<FuzzedFormat, (bytes: Uint8Array, dice: Dice) => Uint8Array>> = {
  html: (bytes, dice) => utf8.encode(mutateMarkup(utf8.decode(bytes), dice)),
  text: (bytes, dice) => utf8.encode(mutateLines(utf8.decode(bytes), dice)),
  csv: (bytes, dice) => utf8.encode(mutateLines(utf8.decode(bytes), dice)),
  docx: mutateZip,
  xlsx: mutateZip,
  pdf: mutatePdf,
  doc: (bytes, dice) => mutateBytes(bytes, dice, bytes),
};

/** Damages a file, mostly within its structure so that it is still read far enough to matter. */
export function mutateFile(format: FuzzedFormat, file: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  return dice.once(3) ? mutateBytes(file, dice, other) : STRUCTURED[format](file, dice);
}
