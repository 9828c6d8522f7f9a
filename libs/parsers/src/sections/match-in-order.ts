import type { Confidence } from '@gongkai/model';
import { labelKeys, likeness } from '../labels/label-key';
import { perObject } from '../labels/remembered';
import { ALIKE } from '../labels/vocabulary';

/** A statutory row or column: the keys it may be printed under, and those of the headings it belongs under. */
export interface Target {
  readonly keys: ReadonlySet<string>;
  readonly above: readonly ReadonlySet<string>[];
}

/** The keys of printed labels, outermost first. */
type Path = readonly (readonly string[])[];

/** The index of the target found, and what speaks for it: its words, their likeness and its place in the order, or its place alone. */
export interface Match {
  readonly index: number;
  readonly confidence: Confidence;
}

type Found = Match | null;

/**
 * For each printed path the index of its target: by label, then by the headings above it, then by the statutory order
 * (all labels in order, unless a heading says otherwise; or a label that is like the only one missing in its place). Null where nothing is certain.
 */
export function matchInOrder(labels: readonly (readonly string[])[], targets: readonly Target[]): readonly Found[] {
  const paths = labels.map((path) => path.map(labelKeys));
  const byKey = placesOf(targets);
  const found = paths.map((path) => matchPath(path, targets, byKey));
  const inOrder = paths.length === targets.length && paths.every((path, index) => fits(path, targets[index]));
  if (inOrder && found.every((match, index) => match === null || match.index === index)) return paths.map((_, index) => exact(index));
  return fillGaps(withoutAstray(found, paths, targets), paths, targets);
}

/**
 * Where some label is no target's, headings may have been taken for those of a neighbour: what only its heading tells, and stands outside the
 * statutory order, is not believed.
 */
function withoutAstray(found: readonly Found[], paths: readonly Path[], targets: readonly Target[]): readonly Found[] {
  if (!found.includes(null)) return found;
  const inOrder = longestRise(found);
  const isToldByHeading = (path: Path): boolean => targets.filter((target) => fits(path, target)).length > 1;
  return found.map((match, at) => (match === null || inOrder.has(at) || !isToldByHeading(paths[at] ?? []) ? match : null));
}

/** Where the longest series of matches stands whose targets follow each other. */
function longestRise(found: readonly Found[]): ReadonlySet<number> {
  const series: (readonly number[])[] = [];
  const indexAt = (at: number | undefined): number => (at === undefined ? -1 : (found[at]?.index ?? -1));
  found.forEach((match, at) => {
    const before = series.filter((one) => match !== null && indexAt(one.at(-1)) < match.index);
    const longest = before.reduce<readonly number[]>((most, one) => (one.length > most.length ? one : most), []);
    series.push(match === null ? [] : [...longest, at]);
  });
  return new Set(series.reduce<readonly number[]>((most, one) => (one.length > most.length ? one : most), []));
}

/** The targets that may be printed under a key, in their order. */
const placesOf = perObject((targets: readonly Target[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  targets.forEach(({ keys }, index) => {
    for (const key of keys) {
      const own = places.get(key);
      if (own) own.push(index);
      else places.set(key, [index]);
    }
  });
  return places;
});

function matchPath(path: Path, targets: readonly Target[], byKey: ReadonlyMap<string, readonly number[]>): Found {
  const candidates = [...new Set((path.at(-1) ?? []).flatMap((key) => byKey.get(key) ?? []))].sort((left, right) => left - right);
  const scores = candidates.map((index) => headingsFound(path, targets[index]));
  const best = Math.max(...scores);
  const [winner, ...others] = candidates.length < 2 ? candidates : candidates.filter((_, index) => best > 0 && scores[index] === best);
  return winner === undefined || others.length > 0 ? null : exact(winner);
}

function exact(index: number): Match {
  return { index, confidence: 'exact' };
}

function fits(path: Path, target: Target | undefined): boolean {
  return path.at(-1)?.some((key) => target?.keys.has(key)) ?? false;
}

function headingsFound(path: Path, target: Target | undefined): number {
  const printed = path.slice(0, -1).flat();
  return (target?.above ?? []).filter((keys) => printed.some((key) => keys.has(key))).length;
}

/** Unmatched labels between two matched neighbours, as many as targets are missing there, each like its target. */
function fillGaps(matches: readonly Found[], paths: readonly Path[], targets: readonly Target[]): readonly Found[] {
  const filled = [...matches];
  for (let at = 0; at < filled.length; at += 1) {
    if (filled[at] !== null) continue;
    const end = endOfGap(filled, at);
    const first = at === 0 ? 0 : (filled[at - 1] as Match).index + 1;
    const beyond = end === filled.length ? targets.length : (filled[end] as Match).index;
    const from = at;
    const alike = beyond - first === end - at && paths.slice(at, end).every((path, index) => isLike(path, targets[first + index]));
    for (let index = at; alike && index < end; index += 1) filled[index] = { index: first + index - from, confidence: 'alike' };
    at = end;
  }
  return filled;
}

function endOfGap(matches: readonly Found[], from: number): number {
  let end = from;
  while (end < matches.length && matches[end] === null) end += 1;
  return end;
}

function isLike(path: Path, target: Target | undefined): boolean {
  const known = [...(target?.keys ?? [])];
  return path.at(-1)?.some((key) => known.some((other) => likeness(key, other) >= ALIKE)) ?? false;
}
