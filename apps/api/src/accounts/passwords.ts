import { dictionary } from '@zxcvbn-ts/language-common';
import { type Refusal, refuse } from '../requests/refusal';

const SHORTEST = 10;
/** Longer ones only cost time. */
export const LONGEST_PASSWORD = 200;
const DIFFERENT = 5;

/** What is tried first here, beside what is tried first everywhere. */
const LOCAL = [
  'gongkai',
  'zhengwu',
  'zhengfu',
  'zhengwugongkai',
  'xinxi',
  'xinxigongkai',
  'nianbao',
  'mima',
  'woaini',
  'zhongguo',
  'administrator',
  'guanliyuan',
];
const WORST: ReadonlySet<string> = new Set([...dictionary['passwords'].map(String), ...LOCAL]);
const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm'];
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/**
 * At least ten characters that are no name of the account and not among what everybody tries, whatever digits are put around it (NIST SP 800-63B,
 * 5.1.1.2: length and lists, no rules of composition).
 */
export function refuseWeak(password: string, names: readonly string[]): Refusal | null {
  const { length } = [...password];
  if (length >= SHORTEST && length <= LONGEST_PASSWORD && !isTriedFirst(password.toLowerCase(), names)) return null;
  return refuse('WEAK_PASSWORD', {
    zh: `密码应为 ${SHORTEST} 至 ${LONGEST_PASSWORD} 个字符，不能是账号或姓名，也不能是人人都会先试的密码。几个不相干的词连在一起就很好。`,
    en: `A password has ${SHORTEST} to ${LONGEST_PASSWORD} characters, is no name of the account and none that everybody tries. A few unrelated words make a good one.`,
  });
}

function isTriedFirst(password: string, names: readonly string[]): boolean {
  if (new Set(password).size < DIFFERENT || WORST.has(password)) return true;
  const rest = names.filter((name) => name !== '').reduce((left, name) => left.replaceAll(name.toLowerCase(), ''), password);
  if (rest !== password && rest.length < SHORTEST) return true;
  const decoded = [...password].map((character) => LOOKS_LIKE[character] ?? character).join('');
  return [password, decoded].some((each) => isEverybodys(lettersOf(each))) || withoutRuns(password).length < SHORTEST / 2;
}

function isEverybodys(word: string): boolean {
  return word !== '' && (WORST.has(word) || WORST.has(unitOf(word)));
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '');

/** What a text repeats; itself where it repeats nothing. */
function unitOf(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text;
}

/** Without stretches of four and more that lie beside each other in the alphabet or on the keyboard, in either direction. */
function withoutRuns(password: string): string {
  const runs = RUNS.flatMap((run) => [run, [...run].reverse().join('')]);
  let left = '';
  for (let at = 0; at < password.length;) {
    const length = longestRun(password.slice(at), runs);
    left += length === 0 ? password.charAt(at) : '';
    at += Math.max(length, 1);
  }
  return left;
}

function longestRun(text: string, runs: readonly string[]): number {
  for (let length = Math.min(text.length, 28); length >= 4; length -= 1)
    if (runs.some((run) => run.includes(text.slice(0, length)))) return length;
  return 0;
}
