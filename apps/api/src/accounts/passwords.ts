import { type Refusal, refuse } from '../requests/refusal';

const SHORTEST = 10;
/** Longer ones only cost time. */
const LONGEST = 200;
/** What everybody tries first; a password made of one of these and digits is no better. */
const COMMON = /^(?:password|passw0rd|gongkai|admin|administrator|qwerty|abc|iloveyou|welcome|letmein)?[\d!@#.]*$/i;

/** At least ten characters that are not all alike and not everybody's password; no further composition is demanded. */
export function refuseWeak(password: string): Refusal | null {
  const characters = [...password];
  const strong = characters.length >= SHORTEST && characters.length <= LONGEST && new Set(characters).size >= 4 && !COMMON.test(password);
  if (strong) return null;
  return refuse('WEAK_PASSWORD', {
    zh: `密码应为 ${SHORTEST} 至 ${LONGEST} 个字符，不能过于简单。`,
    en: `A password has ${SHORTEST} to ${LONGEST} characters and is none that everybody tries.`,
  });
}
