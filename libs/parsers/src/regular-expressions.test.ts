import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processorMs } from '../trial/processor-ms';

/** Regular expressions as they are written in the sources, and those put together when the sources are loaded. */
interface Found {
  readonly file: string;
  readonly pattern: RegExp;
}

const SIZE = 100_000;
/** A linear expression needs a few milliseconds for 100 kB, a quadratic one a minute. */
const MOST = 2000;

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.ts$/.test(name) && !/\.test\.ts$|fixtures|worker/.test(name),
);

/** A slash that cannot divide (after an opening, a comma, an operator or a keyword) up to the next slash outside of brackets. */
const LITERAL = /(?<=[(,=:[!&|?{};>\n]\s{0,20}|return\s)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/g;

function written(): readonly Found[] {
  return files.flatMap((file) => {
    const source = readFileSync(join(__dirname, file), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
    return [...source.matchAll(LITERAL)].map(([, body = '', flags]) => ({ file, pattern: new RegExp(body, flags) }));
  });
}

function composed(): readonly Found[] {
  const found: Found[] = [];
  const Original = globalThis.RegExp;
  let file = '';
  const Recorded = class extends Original {
    constructor(pattern: RegExp | string, flags?: string) {
      super(pattern, flags);
      found.push({ file, pattern: new Original(this.source, this.flags) });
    }
  };
  globalThis.RegExp = Recorded as RegExpConstructor;
  try {
    jest.isolateModules(() => {
      for (file of files.filter((name) => /new RegExp\(/.test(readFileSync(join(__dirname, name), 'utf8')))) require(join(__dirname, file));
    });
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}

/** Texts that make an expression try again and again: what it repeats, and what almost fits it. */
function baits({ source }: RegExp): readonly string[] {
  const words = source
    .replace(/\\[pPu]\{[^}]*\}|\\[a-zA-Z]|[\^$?*+()[\]{}|.\\]/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const pieces = [
    '0',
    '1,',
    '1 ',
    ' ',
    '\n',
    '\t',
    '-',
    '|',
    '（',
    '(',
    'a.',
    '一、',
    '年',
    '政府信息公开',
    '<',
    '&',
    '"',
    '公开的',
    '2023年',
    '1月',
    words.join(''),
    ...words,
  ];
  return [...new Set(pieces)].filter(Boolean).map((piece) => `${piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE)}\u0001`);
}

/** Quadratic where a text is long; these see short texts only. */
const BOUNDED: Readonly<Record<string, string>> = {
  '/0+$/': 'the decimals of a cell of at most 200 characters',
  '/,+$/': 'a number of at most 31 digits and commas',
};

const all = [...written(), ...composed()];
const expressions = [...new Map(all.map((one) => [String(one.pattern), one])).values()]
  .filter(({ pattern }) => !(String(pattern) in BOUNDED))
  .map(({ file, pattern }) => [file, pattern] as const);

it('finds the expressions of the sources', () => {
  expect(expressions.length).toBeGreaterThan(60);
  expect(expressions.some(([file]) => file.endsWith('read-amount.ts'))).toBe(true);
});

it.each(expressions)('%s: %s takes its time only once', (_, pattern) => {
  const slow = baits(pattern).filter((bait) => {
    const since = processorMs();
    if (pattern.global) for (const _match of bait.matchAll(pattern));
    else pattern.test(bait);
    return processorMs() - since > MOST;
  });
  expect(slow.map((bait) => bait.slice(0, 20))).toEqual([]);
});
