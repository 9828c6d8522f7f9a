import { REFUSED_REQUESTS } from './refused-request';

export interface JsonLimits {
  /** Objects and lists in one another. */
  readonly depth: number;
  /** Values, keys and brackets in all. */
  readonly values: number;
}

/** NUL, which PostgreSQL keeps in no text, and surrogates that stand alone, which no encoding can write. */
const UNKEEPABLE = /[\0\p{Surrogate}]/u;

/** JSON from outside. It is measured as bytes before it is parsed: nested millions of times over it would cost a second and the stack. */
export function readJson(bytes: Buffer, limits: JsonLimits): unknown {
  measure(bytes, limits);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'), refuseBadText);
  } catch (error) {
    throw error instanceof SyntaxError ? REFUSED_REQUESTS.notJson() : error;
  }
  return value;
}

export function isKeepable(text: string): boolean {
  return !UNKEEPABLE.test(text);
}

function refuseBadText(key: string, value: unknown): unknown {
  // A key of this name would change what every object is.
  if (key === '__proto__') throw REFUSED_REQUESTS.notJson();
  if (!isKeepable(key) || (typeof value === 'string' && !isKeepable(value))) throw REFUSED_REQUESTS.badText();
  return value;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
/** `[ { ] }` */
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

function measure(bytes: Buffer, { depth, values }: JsonLimits): void {
  let [level, counted, at] = [0, 0, 0];
  while (at < bytes.length) {
    const byte = bytes.readUInt8(at);
    if (byte === QUOTE) at = endOfString(bytes, at + 1);
    else if (OPENING.has(byte)) [level, counted] = [level + 1, counted + 1];
    else if (CLOSING.has(byte)) level -= 1;
    else if (byte === COMMA || byte === COLON) counted += 1;
    if (level > depth) throw REFUSED_REQUESTS.tooDeep(depth);
    if (counted > values) throw REFUSED_REQUESTS.tooManyValues(values);
    at += 1;
  }
}

/** Where its closing quote stands. */
function endOfString(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
