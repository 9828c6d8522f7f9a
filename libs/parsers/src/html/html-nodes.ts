/** What is used of a parsed node. */
export interface HtmlNode {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly HtmlNode[];
  readonly parent?: HtmlNode | null;
}

const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'svg',
  'canvas',
  'object',
  'button',
  'nav',
  'footer',
  'rp',
  'datalist',
]);
/** Whole class names by which sites mark their foot and their path to the page. */
const FOOT = /(?:^|\s)(?:footer|foot|copyright|copyright_info|breadcrumb|breadcrumbs|crumbs)(?:\s|$)/i;
const BLOCKS = new Set(
  'address article aside blockquote body br caption center dd details div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);

/** Tag name in lower case; empty for text, comments and the root. */
export function nameOf(node: HtmlNode): string {
  return node.attribs ? (node.name ?? '') : '';
}

/** Elements whose content a reader of the page does not see as part of it: hidden ones, controls, the site's navigation and foot. */
export function isUnseen(node: HtmlNode): boolean {
  if (UNSEEN.has(nameOf(node)) || node.attribs?.['hidden'] !== undefined) return true;
  if (nameOf(node) === 'dialog' && node.attribs?.['open'] === undefined) return true;
  const { class: classes, id } = node.attribs ?? {};
  return (classes !== undefined && FOOT.test(classes)) || (id !== undefined && FOOT.test(id));
}

const PICTURES = new Set(['img', 'svg', 'object', 'embed', 'video']);

/** Pictures that are large enough to show anything. */
export function isPicture(node: HtmlNode): boolean {
  const { width, height, hidden } = node.attribs ?? {};
  return PICTURES.has(nameOf(node)) && hidden === undefined && ![width, height].some((length) => /^[01](?:px)?$/.test(length ?? ''));
}

/** Takes no room on the page. */
export function isHiddenField(node: HtmlNode): boolean {
  return nameOf(node) === 'input' && /^hidden$/i.test(node.attribs?.['type'] ?? '');
}

const CONTROLS = new Set(['input', 'textarea', 'select']);
/** Types of `input` that show their value as text. */
const TYPED = /^(?:text|number|tel|url|email|search|date|month)?$/i;

/** What a control shows that a form is filled in with; null for any other element. */
export function valueShown(node: HtmlNode): string | null {
  const name = nameOf(node);
  if (!CONTROLS.has(name)) return null;
  if (name === 'input') return TYPED.test(node.attribs?.['type'] ?? '') ? (node.attribs?.['value'] ?? '') : '';
  if (name === 'textarea') return textOf(node);
  const options = optionsOf(node);
  return textOf(options.find(({ attribs }) => attribs?.['selected'] !== undefined) ?? options[0]);
}

function optionsOf(node: HtmlNode): readonly HtmlNode[] {
  return (node.children ?? []).flatMap((child) =>
    nameOf(child) === 'optgroup' ? optionsOf(child) : nameOf(child) === 'option' ? [child] : [],
  );
}

export function textOf(node: HtmlNode | undefined): string {
  return (node?.children ?? []).map(({ data = '' }) => data).join('');
}

export function isBlock(node: HtmlNode): boolean {
  return BLOCKS.has(nameOf(node));
}

/** `colspan` or `rowspan`, at least 1 and at most `most`. A row span of 0 means down to the end of the table. */
export function spanOf(node: HtmlNode, attribute: 'colspan' | 'rowspan', most: number): number {
  const text = node.attribs?.[attribute];
  const value = text === undefined ? 1 : Number.parseInt(text, 10);
  if (Number.isNaN(value) || value < 0) return 1;
  if (value === 0) return attribute === 'rowspan' ? most : 1;
  return Math.min(value, most);
}

function isHtmlTable(node: HtmlNode): boolean {
  return nameOf(node) === 'table';
}

/** Typed text of more lines is no cell but a page, and the table around it a frame. */
const MOST_TYPED_LINES = 12;

function isTypedPage(node: HtmlNode): boolean {
  if (nameOf(node) !== 'pre') return false;
  const lines = (node.children ?? []).map((child) => (nameOf(child) === 'br' ? 1 : (child.data ?? '').split('\n').length - 1));
  return lines.reduce((sum, count) => sum + count, 0) > MOST_TYPED_LINES;
}

/** Tables of a web page that hold tables or pages of typed text: of these only the content counts. */
export function layoutTables(root: HtmlNode): ReadonlySet<HtmlNode> {
  return tablesHolding(root, isHtmlTable, (node) => isHtmlTable(node) || isTypedPage(node));
}

/** Tables with something somewhere inside that is no content of a cell: by default another table. */
export function tablesHolding(root: HtmlNode, isTable: (node: HtmlNode) => boolean, isContent = isTable): ReadonlySet<HtmlNode> {
  const holding = new Set<HtmlNode>();
  const open: { readonly node: HtmlNode; readonly inside: HtmlNode | null }[] = [{ node: root, inside: null }];
  for (let top = open.pop(); top; top = open.pop()) {
    const table = isTable(top.node);
    if (top.inside && isContent(top.node)) holding.add(top.inside);
    const inside = table ? top.node : top.inside;
    for (const node of top.node.children ?? []) if (node.attribs) open.push({ node, inside });
  }
  return holding;
}

const CHINESE = '[\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF]';
const SOURCE_BREAK = new RegExp(`(?<=${CHINESE})[ \\t]*[\\r\\n]\\s*(?=${CHINESE})`, 'gu');

/** White space as a browser shows it, except that a source line broken between two Chinese characters leaves no gap. */
export function joinedLines(text: string): string {
  if (!/[\t\r\n\f]| {2}/.test(text)) return text;
  const joined = /[\r\n]/.test(text) ? text.replace(SOURCE_BREAK, '') : text;
  return joined.replace(/[ \t\r\n\f]+/g, ' ');
}
