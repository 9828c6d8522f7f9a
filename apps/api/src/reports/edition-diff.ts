import { CELLS } from '@gongkai/catalogue';
import { type CellId, type CellState, type NarrativeSection, type ReasonClass, type Unit, printFigure } from '@gongkai/model';
import type { EditionRow, Provenance } from './editions.store';

/** One side of a changed cell; the state is null where the edition's forms have no such cell. */
export interface CellSide {
  readonly state: CellState | null;
  /** In the cell's unit. */
  readonly amount: string | null;
  readonly raw: string | null;
}

export interface CellChange {
  readonly cell: CellId;
  readonly unit: Unit;
  readonly before: CellSide;
  readonly after: CellSide;
}

/** Null: the section, or the claim, is not there. */
export interface TextChange {
  readonly section: NarrativeSection;
  readonly before: string | null;
  readonly after: string | null;
}

export interface DeclaredChange {
  readonly code: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface NoteChange {
  readonly on: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What became of an edition in another, cell by cell and section by section. */
export interface EditionDiff {
  readonly before: EditionRow;
  readonly after: EditionRow;
  /** Of the later edition, where it says so. */
  readonly reasonClass: ReasonClass | null;
  readonly reason: string | null;
  readonly cells: readonly CellChange[];
  readonly narrative: readonly TextChange[];
  readonly declared: readonly DeclaredChange[];
  readonly notes: readonly NoteChange[];
}

export interface KeptEdition {
  readonly edition: EditionRow;
  readonly provenance: Provenance;
}

/** Any two editions may be held against each other, of one report or of two. What was printed differently and amounts to the same is a change too. */
export function diffEditions(before: KeptEdition, after: KeptEdition): EditionDiff {
  const { reasonClass, reason } = after.edition;
  return {
    before: before.edition,
    after: after.edition,
    reasonClass,
    reason,
    cells: CELLS.flatMap(({ id, position, unit }) => {
      const [was, becomes] = [sideOf(before, position, unit), sideOf(after, position, unit)];
      return isSame(was, becomes) ? [] : [{ cell: id, unit, before: was, after: becomes }];
    }),
    narrative: changesOf(textsOf(before), textsOf(after)).map(({ key: section, ...texts }) => ({ section, ...texts })),
    declared: changesOf(claimsOf(before), claimsOf(after)).map(({ key: code, ...texts }) => ({ code, ...texts })),
    notes: changesOf(notesOf(before), notesOf(after)).map(({ key: on, ...texts }) => ({ on, ...texts })),
  };
}

interface Keyed<Key extends string> {
  readonly key: Key;
  readonly text: string;
}

const textsOf = ({ edition }: KeptEdition): readonly Keyed<NarrativeSection>[] =>
  edition.narrative.map(({ section: key, text }) => ({ key, text }));

const claimsOf = ({ edition }: KeptEdition): readonly Keyed<string>[] =>
  edition.declared.map(({ code: key, quotation: text }) => ({ key, text }));

const notesOf = ({ edition }: KeptEdition): readonly Keyed<string>[] => edition.notes.map(({ on: key, text }) => ({ key, text }));

function sideOf({ edition, provenance }: KeptEdition, position: number, unit: Unit): CellSide {
  const raw = provenance.raw[position - 1] ?? null;
  if (raw === null) return { state: null, amount: null, raw };
  const figure = edition.figures[position - 1] ?? null;
  return { state: edition.states[String(position)] ?? 'number', amount: figure === null ? null : printFigure(BigInt(figure), unit), raw };
}

function isSame(a: CellSide, b: CellSide): boolean {
  return a.state === b.state && a.amount === b.amount && a.raw === b.raw;
}

/** Lines of both lists by their key, where their texts differ; in the order of the later list, what was left out behind it. */
function changesOf<Key extends string>(
  before: readonly Keyed<Key>[],
  after: readonly Keyed<Key>[],
): readonly { readonly key: Key; readonly before: string | null; readonly after: string | null }[] {
  const keys = [...new Set([...after, ...before].map(({ key }) => key))];
  const all = (lines: readonly Keyed<Key>[], wanted: Key): string | null => {
    const own = lines.filter(({ key }) => key === wanted);
    return own.length === 0 ? null : own.map(({ text }) => text).join('\n');
  };
  return keys.map((key) => ({ key, before: all(before, key), after: all(after, key) })).filter((change) => change.before !== change.after);
}
