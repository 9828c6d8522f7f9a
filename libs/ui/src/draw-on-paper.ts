import type { ChartEngine } from './chart-engine';

/** The width between the margins of an A4 page at 96 dots per inch, which a drawing is made for; narrower places show it smaller. */
const WIDTH = 680;

/** What a page with a content policy takes from no text. */
const SHEETS = /<style[\s\S]*?<\/style>/g;
const STYLES = / style="/g;
const KEPT = 'data-style';

/** A chart as vectors, whole at once; its styles are set one by one. */
export function drawOnPaper(engine: ChartEngine, option: object, height: number): SVGElement {
  const drawing = engine.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  drawing.setOption(option as never);
  const text = drawing.renderToSVGString().replace(SHEETS, '').replace(STYLES, ` ${KEPT}="`);
  drawing.dispose();
  const svg = document.adoptNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement) as unknown as SVGElement;
  for (const element of [svg, ...svg.querySelectorAll<SVGElement>(`[${KEPT}]`)]) setStyles(element);
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${height}`);
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  return svg;
}

function setStyles(element: SVGElement): void {
  const styles = (element.getAttribute(KEPT) ?? '').split(';').map((style) => style.split(':'));
  element.removeAttribute(KEPT);
  for (const [name, value] of styles) if (name && value) element.style.setProperty(name.trim(), value.trim());
}
