import type { Dice } from './dice';

type Mutation = (text: string, dice: Dice) => string;

const TAG = /<[^<>]{1,400}>/g;
const ROW = /<(tr|w:tr|row)\b[^>]*>[\s\S]*?<\/\1>/gi;
const SPAN = /((?:colspan|rowspan|w:val|r|s|ref|cols|min|max)=")[^"]{0,40}"/gi;
const FIGURE = />\s{0,4}\d{1,12}\s{0,4}</g;
const ABSURD = ['0', '-1', '65535', '999999999', '99999999999999999999', '1e9', 'x', '', 'restart', 'continue', 'XFD1048576', 'A0'];
const HOSTILE = [
  '&lol;&lol;&lol;',
  '&#0;&#xFFFFFF;',
  '\u0000',
  '\ud800',
  '　'.repeat(3000),
  '一、总体情况',
  '三、收到和处理政府信息公开申请情况',
  '自然人',
  '9'.repeat(5000),
  '1,'.repeat(5000),
  '-'.repeat(3000),
  '（'.repeat(3000),
  '<![CDATA[',
  ']]>',
  '<!--',
];
const BOMB =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY lol "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>';
const DEEP = 4000;

/** One found piece of the text gets another text. */
function replaceOne(text: string, pattern: RegExp, dice: Dice, replace: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const one = dice.pick(found);
  return text.slice(0, one.index) + replace(one[0]) + text.slice(one.index + one[0].length);
}

/** Everything between two tags that stand near each other changes places with something else of the kind. */
function swapTwo(text: string, pattern: RegExp, dice: Dice): string {
  const found = [...text.matchAll(pattern)];
  if (found.length < 2) return text;
  const first = dice.roll(found.length - 1);
  const second = first + 1 + dice.roll(found.length - first - 1);
  const [one, two] = [found[first], found[second]] as [RegExpMatchArray & { index: number }, RegExpMatchArray & { index: number }];
  const between = text.slice(one.index + one[0].length, two.index);
  return text.slice(0, one.index) + two[0] + between + one[0] + text.slice(two.index + two[0].length);
}

const insert = (text: string, dice: Dice, what: string): string => {
  const at = dice.roll(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
};

const MUTATIONS: readonly Mutation[] = [
  (text, dice) => replaceOne(text, TAG, dice, () => ''),
  (text, dice) => replaceOne(text, TAG, dice, (tag) => tag + tag),
  (text, dice) => swapTwo(text, TAG, dice),
  (text, dice) => replaceOne(text, ROW, dice, () => ''),
  (text, dice) => replaceOne(text, ROW, dice, (row) => row + row),
  (text, dice) => replaceOne(text, ROW, dice, (row) => row.repeat(2 + dice.roll(40))),
  (text, dice) => swapTwo(text, ROW, dice),
  (text, dice) => replaceOne(text, SPAN, dice, (span) => `${span.slice(0, span.indexOf('"'))}"${dice.pick(ABSURD)}"`),
  (text, dice) => swapTwo(text, SPAN, dice),
  (text, dice) => replaceOne(text, FIGURE, dice, () => `>${String(1 + dice.roll(9)).repeat(1 + dice.roll(400))}<`),
  (text, dice) => replaceOne(text, FIGURE, dice, () => `>${dice.pick(HOSTILE)}<`),
  (text, dice) => insert(text, dice, dice.pick(HOSTILE)),
  (text) => text.replace(/^(<\?xml[^>]*\?>)?/, (declaration) => declaration + BOMB).replace(FIGURE, '>&lol;<'),
  (text, dice) => {
    const tag = [...text.matchAll(/<([a-z][\w:]{0,12})[\s>]/gi)];
    const name = tag.length > 0 ? (dice.pick(tag)[1] as string) : 'div';
    return insert(text, dice, `<${name}>`.repeat(1 + dice.roll(DEEP)));
  },
];

/** Damages the structure of HTML or XML. */
export function mutateMarkup(text: string, dice: Dice): string {
  let mutated = text;
  for (let times = 1 + dice.roll(4); times > 0; times -= 1) mutated = dice.pick(MUTATIONS)(mutated, dice);
  return mutated;
}

const LINE_MUTATIONS: readonly ((lines: string[], dice: Dice) => string[])[] = [
  (lines, dice) => lines.toSpliced(dice.roll(lines.length), 1),
  (lines, dice) => lines.toSpliced(dice.roll(lines.length), 0, dice.pick(lines)),
  (lines, dice) => {
    const [one, two] = [dice.roll(lines.length), dice.roll(lines.length)];
    return lines.with(one, lines[two] as string).with(two, lines[one] as string);
  },
  (lines, dice) => {
    const at = dice.roll(lines.length);
    return lines.with(at, (lines[at] as string).replace(/[\t|,]/, dice.pick(['', '\t', '|', ',', '"', '\n', '\r\n'])));
  },
  (lines, dice) => {
    const at = dice.roll(lines.length);
    return lines.with(
      at,
      (lines[at] as string).replace(/\d+/, () => dice.pick([...HOSTILE, '12', '３', '/', '1.5', '"'])),
    );
  },
  (lines, dice) => lines.with(dice.roll(lines.length), dice.pick(['\t', '|', ',', '"', '一\t']).repeat(1 + dice.roll(20_000))),
];

/** Damages the lines of a text: cells, separators, figures. */
export function mutateLines(text: string, dice: Dice): string {
  let lines = text.split('\n');
  for (let times = 1 + dice.roll(4); times > 0; times -= 1) lines = dice.pick(LINE_MUTATIONS)(lines, dice);
  return lines.join('\n');
}
