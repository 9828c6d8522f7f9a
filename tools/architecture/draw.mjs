import { BOX } from './lay-out.mjs';

/** @import { Arrow, ProjectBox, Layout } from './types.js' */

const COLOURS = [
  { fill: '#e7f0fb', stroke: '#2f6fb3', text: '#143a63' },
  { fill: '#f6f8fa', stroke: '#8aa0b4', text: '#22384d' },
  { fill: '#fdf3dc', stroke: '#c9952b', text: '#5b420c' },
];
const LINE_LENGTH = 22;
const FONT = `font-family="system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif"`;

/**
 * An SVG of a layout, byte for byte the same for the same graph.
 * @type {(layout: Layout) => string}
 */
export function draw({ width, height, boxes, arrows }) {
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title" ${FONT}>`,
    '<title id="title">Who imports whom in gongkai</title>',
    `<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0.8 7.4 4 0 7.2z" fill="context-stroke"/></marker></defs>`,
    `<rect width="${width}" height="${height}" rx="12" fill="#ffffff"/>`,
    `<text x="${width / 2}" y="34" text-anchor="middle" font-size="18" font-weight="600" fill="#22384d">Who imports whom</text>`,
    ...arrows.map(arrow),
    ...boxes.map(box),
    `<text x="${width / 2}" y="${height - 16}" text-anchor="middle" font-size="12" fill="#5c7186">Drawn from the project graph by tools/architecture.mjs. An arrow that follows from two others is not drawn.</text>`,
    '</svg>',
  ].join('\n')}\n`;
}

/** @type {(arrow: Arrow) => string} */
function arrow({ from, to, start, end }) {
  const [top, bottom] = [from.y + BOX.height, to.y];
  const bend = (bottom - top) * 0.55;
  const curve = `M${round(start)} ${top} C${round(start)} ${round(top + bend)} ${round(end)} ${round(bottom - bend)} ${round(end)} ${bottom - 2}`;
  const dashes = from.name === 'test' ? ' stroke-dasharray="4 4"' : '';
  const colour = COLOURS[from.layer].stroke;
  return `<path d="${curve}" fill="none" stroke="${colour}" stroke-width="1.5" stroke-opacity="0.8"${dashes} marker-end="url(#head)"/>`;
}

/** @type {(box: ProjectBox) => string} */
function box({ name, says, x, y, layer }) {
  const { fill, stroke, text } = COLOURS[layer];
  const middle = round(x + BOX.width / 2);
  const lines = wrap(says);
  return [
    `<g><rect x="${round(x)}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="8" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`,
    `<text x="${middle}" y="${y + 23}" text-anchor="middle" font-size="15" font-weight="600" fill="${text}">${escape(name)}</text>`,
    ...lines.map(
      (line, index) =>
        `<text x="${middle}" y="${y + 41 + index * 14}" text-anchor="middle" font-size="11.5" fill="${text}">${escape(line)}</text>`,
    ),
    '</g>',
  ].join('');
}

/**
 * At most three lines; what does not fit ends in an ellipsis.
 * @type {(words: string) => string[]}
 */
function wrap(words) {
  const lines = [''];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= LINE_LENGTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length <= 3 ? lines : [lines[0], lines[1], `${lines[2]}…`];
}

/** @type {(number: number) => number} */
const round = (number) => Math.round(number * 10) / 10;
/** @type {(text: string) => string} */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
