/** @import { Arrow, ProjectBox, Layout, Project } from './types.js' */
export const BOX = { width: 158, height: 86, gap: 14 };
const MARGIN = 28;
const TITLE = 64;
const ROW = 178;

/**
 * Places the projects: apps above, libraries between, below what libraries build on. Arrows that follow from two others are left out.
 * Returns `{ width, height, boxes: [{ …project, x, y, layer }], arrows: [{ from, to, start, end }] }`, in pixels.
 * @type {(projects: readonly Project[]) => Layout}
 */
export function layOut(projects) {
  const byName = new Map(projects.map((each) => [each.name, each]));
  const rows = layers(projects);
  const width = Math.max(...rows.map((row) => rowWidth(row.length))) + 2 * MARGIN;
  const boxes = rows.flatMap((row, layer) => placeRow(row, layer, width));
  const arrows = boxes.flatMap((box) => arrowsOf(box, boxes, byName));
  spread(arrows, 'from', 'start');
  spread(arrows, 'to', 'end');
  return { width, height: TITLE + (rows.length - 1) * ROW + BOX.height + MARGIN + 24, boxes, arrows };
}

/** @type {(projects: readonly Project[]) => Project[][]} */
function layers(projects) {
  const libraries = projects.filter(({ isApp }) => !isApp);
  /** @type {(project: Project) => boolean} */
  const isBelow = ({ name }) => libraries.some(({ uses }) => uses.includes(name));
  const apps = projects.filter(({ isApp }) => isApp).sort((a, b) => rank(b.name) - rank(a.name) || a.name.localeCompare(b.name));
  const middle = libraries.filter((each) => !isBelow(each)).map((each) => ({ ...each, pull: pullOf(each, apps) }));
  middle.sort((a, b) => a.pull - b.pull || a.name.localeCompare(b.name));
  return [apps, middle, libraries.filter(isBelow)].filter((row) => row.length > 0);
}

/**
 * What people see stands left, what checks the rest stands right.
 * @type {(name: string) => number}
 */
const rank = (name) => ({ web: 2, test: -1 })[name] ?? 1;

/**
 * Near the apps that use it: the mean of their places.
 * @type {(project: Project, apps: readonly Project[]) => number}
 */
function pullOf({ name }, apps) {
  const places = apps.flatMap(({ uses }, index) => (uses.includes(name) ? [index] : []));
  return places.length === 0 ? apps.length : places.reduce((sum, each) => sum + each, 0) / places.length;
}

/** @type {(count: number) => number} */
const rowWidth = (count) => count * (BOX.width + BOX.gap) - BOX.gap;

/** @type {(row: readonly Project[], layer: number, width: number) => ProjectBox[]} */
function placeRow(row, layer, width) {
  const gap = layer === 0 ? (width - 2 * MARGIN - row.length * BOX.width) / (row.length + 1) : BOX.gap;
  const left = layer === 0 ? MARGIN + gap : (width - rowWidth(row.length)) / 2;
  return row.map((project, index) => ({ ...project, layer, x: left + index * (BOX.width + gap), y: TITLE + layer * ROW }));
}

/** @type {(box: ProjectBox, boxes: readonly ProjectBox[], byName: ReadonlyMap<string, Project>) => Arrow[]} */
function arrowsOf(box, boxes, byName) {
  /** @type {(target: string) => boolean} */
  const isImplied = (target) => box.uses.some((other) => other !== target && reaches(other, target, byName));
  return box.uses
    .filter((target) => !isImplied(target))
    .flatMap((target) => boxes.filter(({ name }) => name === target))
    .map((to) => ({ from: box, to, start: 0, end: 0 }));
}

/** @type {(from: string, target: string, byName: ReadonlyMap<string, Project>) => boolean} */
function reaches(from, target, byName) {
  return (byName.get(from)?.uses ?? []).some((each) => each === target || reaches(each, target, byName));
}

/**
 * Arrows leave and reach a box side by side, in the order of where they go.
 * @type {(arrows: Arrow[], end: 'from' | 'to', key: 'start' | 'end') => void}
 */
function spread(arrows, end, key) {
  const other = end === 'from' ? 'to' : 'from';
  for (const box of new Set(arrows.map((each) => each[end]))) {
    const own = arrows.filter((each) => each[end] === box).sort((a, b) => a[other].x - b[other].x);
    own.forEach((arrow, index) => (arrow[key] = box.x + (BOX.width * (index + 1)) / (own.length + 1)));
  }
}
