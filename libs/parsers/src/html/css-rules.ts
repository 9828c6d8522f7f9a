/** What is declared for an element, by property. */
export type Declarations = Readonly<Record<string, string>>;

export interface CssRule {
  readonly selector: string;
  readonly declarations: Declarations;
  readonly important: Declarations;
}

/** What can take text out of sight, set it high or low or apart, turn it round, or strike it out. */
const LOOKS =
  /^(?:display|visibility|opacity|font-size|color|background|background-color|position|left|top|right|text-indent|clip|clip-path|transform|text-decoration|text-decoration-line|vertical-align|width|height|overflow|bottom|float|(?:margin|padding)(?:-left|-right)?|direction|unicode-bidi|content|content-visibility|mso-hide|mso-text-raise)$/;
const COMMENT = /\/\*[\s\S]*?\*\/|<!--|-->/g;
const FIRST = '!important';
const DEEPEST = 4;
/** A desktop screen in pixels. */
const SCREEN = 1280;

/** The rules of a style sheet that hold on a desktop screen and say something about how text looks. */
export function rulesIn(css: string, depth = 0): readonly CssRule[] {
  const text = css.replace(COMMENT, '');
  const rules: CssRule[] = [];
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    const end = blockEnd(text, open);
    const before = text.slice(at, open);
    const head = before.slice(before.lastIndexOf(';') + 1).trim();
    const body = text.slice(open + 1, end);
    const isOpen = /^@(?:supports|layer|container)\b/i.test(head) || (/^@media\b/i.test(head) && holdsOnScreen(head));
    if (isOpen && depth < DEEPEST) rules.push(...rulesIn(body, depth + 1));
    else if (!head.startsWith('@')) rules.push(...rulesOf(head, body));
    at = end + 1;
  }
  return rules;
}

/** Declarations of a `style` attribute or of a block, the later of two winning. */
export function declarationsIn(body: string): Declarations {
  return Object.fromEntries(
    pairsIn(body).map(([property, value]) => [property, value.endsWith(FIRST) ? value.slice(0, -FIRST.length).trim() : value]),
  );
}

function rulesOf(head: string, body: string): readonly CssRule[] {
  const declarations = declarationsIn(body);
  if (Object.keys(declarations).length === 0) return [];
  const important = Object.fromEntries(
    pairsIn(body).flatMap(([property, value]) => (value.endsWith(FIRST) ? [[property, declarations[property] ?? '']] : [])),
  );
  return head
    .split(',')
    .map((one) => one.trim())
    .flatMap((selector) => (MADE.test(selector) ? madeIn(selector, declarations) : [{ selector, declarations, important }]));
}

const MADE = /::?(?:before|after)$/i;
/** Digits, a counter or what an attribute holds, and no sign of a font of icons. */
const MADE_FIGURE = /\bcounters?\(|\battr\(|\d/;

/** What is put before or behind an element by its style is told of the element itself, where it may be part of a figure. */
function madeIn(selector: string, { content = '', display, visibility }: Declarations): readonly CssRule[] {
  const isSeen = display !== 'none' && visibility !== 'hidden' && MADE_FIGURE.test(content.replace(/\\[0-9a-f]{1,6}/g, ''));
  return isSeen ? [{ selector: selector.replace(MADE, ''), declarations: { made: content }, important: {} }] : [];
}

function pairsIn(body: string): readonly (readonly [string, string])[] {
  if (!body.includes(':')) return [];
  return body.split(';').flatMap((one) => {
    const colon = one.indexOf(':');
    const property = one.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    return LOOKS.test(property)
      ? [
          [
            property,
            one
              .slice(colon + 1)
              .trim()
              .toLowerCase(),
          ] as const,
        ]
      : [];
  });
}

function blockEnd(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '{') depth += 1;
    else if (character === '}' && (depth -= 1) === 0) return at;
  }
  return text.length;
}

/** Print, and screens narrower or wider than a desktop's, are other pages. */
function holdsOnScreen(condition: string): boolean {
  if (/\bnot\b/i.test(condition) || (/\bprint\b/i.test(condition) && !/\b(?:screen|all)\b/i.test(condition))) return false;
  const bounds = [...condition.matchAll(/\((min|max)-(?:device-)?width\s{0,5}:\s{0,5}(\d{1,5})(?:\.\d+)?\s{0,5}(px|em|rem)?/gi)];
  return bounds.every(([, bound = '', size, unit]) => {
    const pixels = Number(size) * (unit === undefined || unit.toLowerCase() === 'px' ? 1 : 16);
    return bound.toLowerCase() === 'min' ? pixels <= SCREEN : pixels >= SCREEN;
  });
}
