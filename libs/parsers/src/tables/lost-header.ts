import type { PrintedCell } from '../printed-document';
import type { Leaf } from './stretch';
import type { Range } from './pair-cells';

interface Heading extends Range {
  readonly text: string;
}

type Row = readonly PrintedCell[];

/**
 * The columns of a header whose spans are lost, worked out from the bottom row up: a heading stands either over one blank
 * (merged downwards) or over a run of headings (its own columns). A row that cannot be placed ends the search: paths stay shorter.
 */
export function lostHeader(rows: readonly Row[]): readonly Leaf[] {
  const bottom = (rows.at(-1) ?? []).map((cell, index) => ({ text: cell.text, start: index, end: index + 1 }));
  const levels: (readonly Heading[])[] = [bottom];
  for (const row of rows.slice(0, -1).reverse()) {
    const placed = placeAbove(row, levels[0] ?? [], bottom.length);
    if (!placed) break;
    levels.unshift(placed);
  }
  return bottom.map((leaf) => {
    const above = levels.map((level) => level.find((heading) => heading.start <= leaf.start && leaf.end <= heading.end));
    return { path: above.map((heading) => heading?.text ?? '').filter((text) => text !== '') };
  });
}

function placeAbove(row: Row, lower: readonly Heading[], width: number): readonly Heading[] | null {
  if (row.length === width) return row.map((cell, index) => ({ text: cell.text, start: index, end: index + 1 }));
  const segments = segmentsOf(lower);
  const parts = splitSegments(segments, row.length);
  if (!parts) return null;
  return row.map((cell, index) => {
    const part = parts[index] as readonly Heading[];
    return { text: cell.text, start: (part[0] as Heading).start, end: (part.at(-1) as Heading).end };
  });
}

/** Blanks each for themselves, headings side by side in runs. */
function segmentsOf(lower: readonly Heading[]): readonly (readonly Heading[])[] {
  const segments: Heading[][] = [];
  for (const heading of lower) {
    const last = segments.at(-1);
    if (last && heading.text !== '' && last[0]?.text !== '') last.push(heading);
    else segments.push([heading]);
  }
  return segments;
}

/** Cuts the only run of headings so that there are as many parts as headings above; null where there is more than one way. */
function splitSegments(segments: readonly (readonly Heading[])[], wanted: number): readonly (readonly Heading[])[] | null {
  if (segments.length === wanted) return segments;
  const runs = segments.filter((segment) => segment[0]?.text !== '');
  const run = runs.length === 1 ? runs[0] : undefined;
  const pieces = wanted - segments.length + 1;
  if (!run || pieces < 1) return null;
  const cut = byWidth(run).length === pieces ? byWidth(run) : evenly(run, pieces);
  return cut && segments.flatMap((segment) => (segment === run ? cut : [segment]));
}

/** Neighbours that are equally wide belong together. */
function byWidth(run: readonly Heading[]): readonly (readonly Heading[])[] {
  const parts: Heading[][] = [];
  for (const heading of run) {
    const last = parts.at(-1)?.at(-1);
    if (last && last.end - last.start === heading.end - heading.start) parts.at(-1)?.push(heading);
    else parts.push([heading]);
  }
  return parts;
}

function evenly(run: readonly Heading[], pieces: number): readonly (readonly Heading[])[] | null {
  if (run.length % pieces !== 0) return null;
  const size = run.length / pieces;
  return Array.from({ length: pieces }, (_, index) => run.slice(index * size, (index + 1) * size));
}
