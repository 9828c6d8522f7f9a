import { perObject } from '../labels/remembered';
import { loweredText, raisedText, struckText } from '../labels/printed-marks';
import type { Declarations } from './css-rules';
import { nameOf, type HtmlNode } from './html-nodes';
import { NO_TEXT } from './html-table';
import { isZero, PLAIN } from './page-styles';

/** How text looks within an element; taken over by what stands in it. */
interface Sight {
  readonly invisible: boolean;
  readonly sizeless: boolean;
  readonly height: 'raised' | 'lowered' | 'level';
  readonly struck: boolean;
  /** From right to left, and with it letters and digits that run from left to right. */
  readonly leftward: boolean;
  readonly reversed: boolean;
  /** `#rrggbb`; empty where there is none, null where it is not plainly stated. */
  readonly colour: string | null;
  readonly background: string | null;
}

/** Elements that look like something by their name. */
const MARKED = new Set(['sup', 'sub', 'rt', 's', 'strike', 'del', 'bdo']);
/** Attributes that make an element look like something. */
const LOOKS = ['bgcolor', 'background', 'color', 'dir'] as const;
const RAISED = new Set(['sup', 'rt']);
const STRUCK = new Set(['s', 'strike', 'del']);
const NAMED: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  blue: '#0000ff',
  gray: '#808080',
  grey: '#808080',
  transparent: '',
};
const WHITE = '#ffffff';
const NO_COLOUR = /^rgba\([^)]*,\s*0?\.?0\)$/;

const PLAINLY = {
  invisible: false,
  sizeless: false,
  height: 'level',
  struck: false,
  leftward: false,
  reversed: false,
  colour: null,
} as const;

/** Keeps what text looks like on the way through a page, and prints it as a person sees it. */
export class SeenText {
  private readonly open: Sight[];

  /** `linked`: other files may state a background. */
  constructor(linked: boolean) {
    const background = linked ? null : WHITE;
    this.open = [{ ...PLAINLY, background }];
  }

  enter(node: HtmlNode, style: Declarations): void {
    const sight = this.open.at(-1) as Sight;
    const isMarked = MARKED.has(nameOf(node)) || LOOKS.some((look) => node.attribs?.[look] !== undefined);
    this.open.push(isMarked ? changed(sight, node, style) : style === PLAIN ? sight : styled(sight)(style));
  }

  leave(): void {
    if (this.open.length > 1) this.open.pop();
  }

  /** `figure`: the text stands where figures do, so that white digits on who knows which ground are told as struck out. */
  printed(text: string, figure: boolean): string {
    const { invisible, sizeless, height, struck, reversed, colour, background } = this.open.at(-1) as Sight;
    const isFaint = colour === '' || colour === WHITE;
    if (invisible || sizeless || (background !== null && (colour === '' || colour === background))) return '';
    if (struck || (figure && isFaint && background === null && /^[\d\s.,]+$/.test(text))) return struckText(text);
    if (reversed && /\p{Nd}/u.test(text)) return NO_TEXT + text;
    if (height === 'level') return text;
    return height === 'raised' ? raisedText(text) : loweredText(text);
  }
}

/** What a style alone makes of a sight; few of both come together on a page. */
const styled = perObject((sight: Sight) => perObject((style: Declarations) => changed(sight, UNMARKED, style)));
const UNMARKED: HtmlNode = { type: 'tag' };

function changed(sight: Sight, node: HtmlNode, style: Declarations): Sight {
  const name = nameOf(node);
  const { visibility, color = name === 'font' ? node.attribs?.['color']?.trim().toLowerCase() : undefined } = style;
  const size = style['font-size'];
  const back = style['background-color'] ?? style['background'] ?? groundOf(node);
  const invisible = visibility === undefined || visibility === 'inherit' ? sight.invisible : visibility !== 'visible';
  const sizeless = size === undefined || size === 'inherit' ? sight.sizeless : isZero(size);
  const height = heightOf(name, style['vertical-align']) ?? sight.height;
  const struck = sight.struck || STRUCK.has(name) || /line-through/.test(style['text-decoration-line'] ?? style['text-decoration'] ?? '');
  const colour = color === undefined ? sight.colour : colourIn(color);
  const background = back === undefined ? sight.background : backgroundIn(back, sight.background);
  return { invisible, sizeless, height, struck, ...turned(sight, node, style), colour, background };
}

function groundOf({ attribs }: HtmlNode): string | undefined {
  return attribs?.['background'] === undefined ? attribs?.['bgcolor'] : 'url()';
}

function turned(sight: Sight, node: HtmlNode, style: Declarations): Pick<Sight, 'leftward' | 'reversed'> {
  const direction = style['direction'] ?? node.attribs?.['dir']?.toLowerCase();
  const leftward = direction === undefined || direction === 'inherit' ? sight.leftward : direction === 'rtl';
  const isOverridden = /-override$/.test(style['unicode-bidi'] ?? '') || nameOf(node) === 'bdo';
  return { leftward, reversed: isOverridden ? leftward : sight.reversed };
}

function heightOf(name: string, align: string | undefined): Sight['height'] | null {
  if (RAISED.has(name) || align === 'super' || /^[2-9]\d?(?:px|pt)$/.test(align ?? '')) return 'raised';
  if (name === 'sub' || align === 'sub' || /^-[2-9]\d?(?:px|pt)$/.test(align ?? '')) return 'lowered';
  return align === 'baseline' ? 'level' : null;
}

/** Null for what cannot be told, such as a variable. */
function colourIn(text: string): string | null {
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])/.exec(text)?.[1];
  if (hex !== undefined) return `#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex}`;
  if (NO_COLOUR.test(text)) return '';
  const parts = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(text)?.slice(1);
  if (parts) return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
  return NAMED[text] ?? null;
}

/** A picture may have any colour; nothing stated lets the background through. */
function backgroundIn(text: string, before: string | null): string | null {
  if (/url\(|gradient|var\(/.test(text)) return null;
  if (/^(?:none|transparent|initial|inherit|unset)\b|^rgba\([^)]*,\s*0?\.?0\)$/.test(text)) return before;
  const word = text
    .split(/\s+/)
    .map(colourIn)
    .find((colour) => colour !== null && colour !== '');
  return word ?? null;
}
