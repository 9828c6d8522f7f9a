import { pinyin } from 'pinyin-pro';

/** How a name is found by what people type: full pinyin without tones, and initials, both in lower case. */
export function spell(name: string): { readonly pinyin: string; readonly initials: string } {
  const full = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  return {
    pinyin: full.join('').toLowerCase(),
    initials: full
      .map((syllable) => syllable.slice(0, 1))
      .join('')
      .toLowerCase(),
  };
}
