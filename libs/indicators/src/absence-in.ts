import type { Cell, CellId, CellState, FormId, Indicator } from '@gongkai/model';

/** Why an agency that reported is not in a figure. */
export type AbsenceReason = 'not_comparable' | Exclude<CellState, 'number'>;

/** What an edition holds, as far as an absence is told: figures by position from zero, states by position from one where they are no number. */
export interface EditionHeld {
  readonly figures: readonly (string | null)[];
  readonly states: Readonly<Record<string, CellState>>;
}

/** The first needed cell that holds no figure says why; where all hold one, the form counts something else. */
export function absenceIn(edition: EditionHeld, { indicator, form }: Asked, cellOf: (id: CellId) => Cell): AbsenceReason {
  const needed = indicator.terms[form];
  if (needed === undefined) return 'not_in_form';
  const absent = [...needed.of, ...needed.over].map(cellOf).find(({ position }) => (edition.figures[position - 1] ?? null) === null);
  if (absent === undefined) return 'not_comparable';
  const state = edition.states[String(absent.position)] ?? 'not_in_form';
  if (state === 'number') throw new Error(`a number without a figure at ${absent.id}`);
  return state;
}

interface Asked {
  readonly indicator: Pick<Indicator, 'terms'>;
  readonly form: FormId;
}
