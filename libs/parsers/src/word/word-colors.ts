import type { HtmlNode } from '../html/html-nodes';
import { childOf } from '../office/office-xml';
import { valueOf } from './word-xml';

/** The colour of the paper. */
export const PAPER = 'FFFFFF';
/** Colours that differ by less in every channel are one to the eye. */
const NEAR = 0x10;
/** In percent: characters so narrow are no text. */
const NARROWEST = 5;
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  ...{ black: '000000', white: PAPER, red: 'FF0000', yellow: 'FFFF00', green: '00FF00', blue: '0000FF', cyan: '00FFFF' },
  ...{ magenta: 'FF00FF', darkBlue: '000080', darkCyan: '008080', darkGreen: '008000', darkMagenta: '800080' },
  ...{ darkRed: '800000', darkYellow: '808000', darkGray: '808080', lightGray: 'C0C0C0' },
};

/**
 * Whether a run is written in the colour of what lies under it, in none, or too narrow to be seen. Digits of it are told as struck out, because a
 * style of the table may lay another ground under it.
 */
export function isUnseenRun(find: (name: string) => HtmlNode | undefined, ground: string | null): boolean {
  const width = Number(valueOf(find('w:w'))?.replace('%', '') ?? 'none');
  if (width <= NARROWEST || childOf(find('w14:textFill'), 'w14:noFill')) return true;
  const text = textColor(find('w:color'));
  const under = highlight(find('w:highlight')) ?? shading(find('w:shd'));
  return text !== null && isNear(text, under === undefined ? ground : under);
}

/** The colour that a shading lays down: undefined where it is none, null where nobody knows which. */
export function shading(shade: HtmlNode | undefined): string | null | undefined {
  const pattern = valueOf(shade) ?? 'clear';
  if (pattern !== 'clear' && pattern !== 'nil' && pattern !== 'solid') return null;
  const color = valueOf(shade, pattern === 'solid' ? 'w:color' : 'w:fill') ?? 'auto';
  if (/^[0-9a-f]{6}$/i.test(color)) return color;
  const theme = valueOf(shade, pattern === 'solid' ? 'w:themeColor' : 'w:themeFill');
  return pattern === 'solid' || theme !== undefined ? null : undefined;
}

function highlight(node: HtmlNode | undefined): string | null | undefined {
  const name = valueOf(node) ?? 'none';
  return name === 'none' ? undefined : (HIGHLIGHTS[name] ?? null);
}

function textColor(color: HtmlNode | undefined): string | null {
  const value = valueOf(color) ?? 'auto';
  if (/^[0-9a-f]{6}$/i.test(value)) return value;
  const isPaper = /^(?:background1|light1)$/.test(valueOf(color, 'w:themeColor') ?? '') && valueOf(color, 'w:themeShade') === undefined;
  return isPaper ? PAPER : null;
}

function isNear(one: string, other: string | null): boolean {
  if (other === null) return false;
  const under = channels(other);
  return channels(one).every((channel, index) => Math.abs(channel - (under[index] ?? Infinity)) < NEAR);
}

function channels(color: string): readonly number[] {
  return [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
