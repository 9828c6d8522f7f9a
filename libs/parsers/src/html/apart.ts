import { perObject } from '../labels/remembered';
import type { Declarations } from './css-rules';
import { isBlock, nameOf, type HtmlNode } from './html-nodes';
import { isZero, PLAIN } from './page-styles';

/** Displays of an element whose children stand each for itself. */
const LAID_OUT = /\b(?:flex|grid)$/;
const INLINE = /^(?:inline|contents|initial|inherit|unset|revert)$/;
const SIDES = ['left', 'right'] as const;

/** Whether an element is seen apart from the text around it, so that digits within and digits without are no single figure. */
export function standsApart(node: HtmlNode, style: Declarations, parent: Declarations): boolean {
  if (isBlock(node)) return false;
  if (LAID_OUT.test(parent['display'] ?? '') || nameOf(node) === 'small' || isNoteLink(node)) return true;
  return style !== PLAIN && isSetApart(style);
}

const isSetApart = perObject(
  (style: Declarations) => isBox(style) || isMoved(style) || isSmaller(style) || SIDES.some((side) => hasSpace(style, side)),
);

/** Than the text around it, as marks of notes are; a size of its own says nothing, since editors give one to every piece. */
function isSmaller({ 'font-size': size = '' }: Declarations): boolean {
  return /^(?:smaller|0?\.[1-7]\d*r?em|[1-7]?\d(?:\.\d+)?%)$/.test(size);
}

/** What leads to a place within a page is a note or its mark. */
function isNoteLink({ name, attribs }: HtmlNode): boolean {
  return name === 'a' && (/#./.test(attribs?.['href'] ?? '') || /mso-(?:foot|end)note-id/i.test(attribs?.['style'] ?? ''));
}

function isBox({ display = 'inline', float = 'none', position = '' }: Declarations): boolean {
  return !INLINE.test(display) || /^(?:left|right|inline-)/.test(float) || /^(?:absolute|fixed)$/.test(position);
}

/** Off the line, and what only some programs hide. */
function isMoved(style: Declarations): boolean {
  const { position, transform = 'none' } = style;
  const shifts = [
    style['mso-text-raise'],
    ...(position === 'relative' ? [style['top'], style['bottom'], style['left'], style['right']] : []),
  ];
  const aligned = style['vertical-align'] ?? 'baseline';
  if (!/^(?:baseline|initial|inherit|unset)$/.test(aligned) && !isZero(aligned)) return true;
  return shifts.some(isLength) || transform !== 'none' || style['mso-hide'] === 'all';
}

function hasSpace(style: Declarations, side: (typeof SIDES)[number]): boolean {
  return ['margin', 'padding'].some((property) => isLength(style[`${property}-${side}`] ?? sideOf(style[property], side)));
}

/** Of `margin` or `padding`: all, vertical and horizontal, or top, right, bottom and left. */
function sideOf(all: string | undefined, side: (typeof SIDES)[number]): string | undefined {
  const [top, right = top, , left = right] = all?.split(/\s+/) ?? [];
  return side === 'left' ? left : right;
}

function isLength(text: string | undefined): boolean {
  return text !== undefined && /^[-+]?[\d.]/.test(text) && !isZero(text.replace(/^[-+]/, ''));
}
