import type { Line } from '@gongkai/model';
import type { Dice } from './dice';

/** How labels are printed: all of it drawn from the dice, the same for the same seed. */
export interface WordingStyle {
  readonly seed: number;
  /** `1.` as the form has it, or another mark behind or around the number. */
  readonly numbering: '.' | '、' | '．' | '. ' | 'none';
  /** Aliases of the catalogue instead of the form's own words, now and then. */
  readonly aliases: boolean;
  readonly noise: 'none' | 'spaces' | 'breaks' | 'wide' | 'all';
}

const NUMBER = /^(\d{1,2})[.、]/;
const CHINESE = /\p{Script=Han}/u;

/** Prints labels in one style; `breaks` tells whether the format can break a line inside a cell. */
export class TrialWording {
  constructor(
    private readonly style: WordingStyle,
    private readonly dice: Dice,
    private readonly breaks: boolean,
  ) {}

  line(line: Line): string {
    const known = [line.label.zh, ...line.aliases];
    return this.print(this.style.aliases && this.dice.once(3) ? this.dice.pick(known) : line.label.zh);
  }

  /** A section's title with its number. */
  heading(title: string, aliases: readonly string[]): string {
    const number = title.slice(0, 2);
    return this.style.aliases && aliases.length > 0 && this.dice.once(3) ? number + this.dice.pick(aliases) : title;
  }

  print(text: string): string {
    return this.disturb(this.renumber(text));
  }

  private renumber(text: string): string {
    const { numbering } = this.style;
    return text.replace(NUMBER, (_, digits: string) => (numbering === 'none' ? '' : digits + numbering));
  }

  private disturb(text: string): string {
    const { noise } = this.style;
    const wide = (noise === 'wide' || noise === 'all') && this.dice.once(2) ? widen(text) : text;
    const spaced = noise === 'spaces' || noise === 'all' ? this.cut(wide, [' ', '　', '\u00a0']) : wide;
    return this.breaks && (noise === 'breaks' || noise === 'all') ? this.cut(spaced, ['\n']) : spaced;
  }

  /** Something between two Chinese characters, in one label of three. */
  private cut(text: string, between: readonly string[]): string {
    const at = 1 + this.dice.roll(Math.max(1, text.length - 1));
    if (!this.dice.once(3) || !CHINESE.test(text.charAt(at - 1)) || !CHINESE.test(text.charAt(at))) return text;
    return text.slice(0, at) + this.dice.pick(between) + text.slice(at);
  }
}

function widen(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
