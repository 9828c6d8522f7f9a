import type { TypedContent } from './typed-content';

/** Which of two versions of one thing is taken. */
export type VersionSide = 'theirs' | 'yours';

type Part =
  | { readonly kind: 'form' | 'reason' }
  | { readonly kind: 'cell'; readonly cell: string }
  | { readonly kind: 'section'; readonly section: TypedContent['narrative'][number]['section'] }
  | { readonly kind: 'note'; readonly on: string }
  | { readonly kind: 'explanation'; readonly code: string; readonly cell: string | null };

/** One thing that two versions of a draft say differently; null where one says nothing. */
export type ContentDifference = Part & { readonly key: string; readonly theirs: string | null; readonly yours: string | null };

interface Entry {
  readonly part: Part;
  readonly text: string | null;
}

/** Everything that two versions say differently, in the order of the form as far as they keep it. White space around a text says nothing. */
export function contentDifferences(theirs: TypedContent, yours: TypedContent): readonly ContentDifference[] {
  const [one, other] = [entriesOf(theirs), entriesOf(yours)];
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  return keys.flatMap((key) => {
    const part = one.get(key)?.part ?? other.get(key)?.part;
    const said = { theirs: one.get(key)?.text ?? null, yours: other.get(key)?.text ?? null };
    return part === undefined || said.theirs === said.yours ? [] : [{ ...part, key, ...said }];
  });
}

/** One content of two: what both say alike, and of each difference the side that is chosen. */
export function mergedContent(
  theirs: TypedContent,
  yours: TypedContent,
  sideOf: (difference: ContentDifference) => VersionSide,
): TypedContent {
  const taken = new Map(contentDifferences(theirs, yours).map((difference) => [difference.key, sideOf(difference)]));
  const isYours = (part: Part): boolean => taken.get(keyOf(part)) === 'yours';
  const reasons = isYours({ kind: 'reason' }) ? yours : theirs;
  return {
    form: isYours({ kind: 'form' }) ? yours.form : theirs.form,
    cells: merge(theirs.cells, yours.cells, ({ cell }) => ({ kind: 'cell', cell }), isYours),
    narrative: merge(theirs.narrative, yours.narrative, ({ section }) => ({ kind: 'section', section }), isYours),
    explanations: merge(theirs.explanations, yours.explanations, explanationPart, isYours),
    reasonClass: reasons.reasonClass ?? null,
    reason: reasons.reason ?? null,
    notes: merge(theirs.notes, yours.notes, ({ on }) => ({ kind: 'note', on }), isYours),
  };
}

function merge<Item>(
  theirs: readonly Item[],
  yours: readonly Item[],
  partOf: (item: Item) => Part,
  isYours: (part: Part) => boolean,
): Item[] {
  const own = new Map(yours.map((item) => [keyOf(partOf(item)), item]));
  const kept = theirs.flatMap((item) => {
    const part = partOf(item);
    if (!isYours(part)) return [item];
    const mine = own.get(keyOf(part));
    return mine === undefined ? [] : [mine];
  });
  const known = new Set(theirs.map((item) => keyOf(partOf(item))));
  return [...kept, ...yours.filter((item) => !known.has(keyOf(partOf(item))) && isYours(partOf(item)))];
}

function entriesOf({ form, cells, narrative, explanations, reasonClass, reason, notes }: TypedContent): ReadonlyMap<string, Entry> {
  const entries: readonly Entry[] = [
    { part: { kind: 'form' }, text: form },
    ...cells.map(({ cell, text }): Entry => ({ part: { kind: 'cell', cell }, text: spoken(text) })),
    ...narrative.map(({ section, text }): Entry => ({ part: { kind: 'section', section }, text: spoken(text) })),
    ...explanations.map((one): Entry => ({ part: explanationPart(one), text: spoken(one.text) })),
    ...notes.map(({ on, text }): Entry => ({ part: { kind: 'note', on }, text: spoken(text) })),
    { part: { kind: 'reason' }, text: spoken([reasonClass, reason].filter(Boolean).join('\n')) },
  ];
  return new Map(entries.map((entry) => [keyOf(entry.part), entry]));
}

function explanationPart({ code, cell }: TypedContent['explanations'][number]): Part {
  return { kind: 'explanation', code, cell: cell ?? null };
}

function keyOf(part: Part): string {
  if (part.kind === 'cell') return `cell ${part.cell}`;
  if (part.kind === 'section') return `section ${part.section}`;
  if (part.kind === 'note') return `note ${part.on}`;
  return part.kind === 'explanation' ? `explanation ${part.code} ${part.cell ?? ''}` : part.kind;
}

function spoken(text: string | null | undefined): string | null {
  const words = (text ?? '').trim();
  return words === '' ? null : words;
}
