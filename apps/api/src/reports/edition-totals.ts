import { FORMS, INDICATORS, cellOf, totalCellsOf } from '@gongkai/catalogue';
import { type CellId, type Indicator, type Reading, printFigure } from '@gongkai/model';
import { compareTotals } from '@gongkai/rules';
import { reportOfEdition } from './edition-content';
import type { EditionRow } from './editions.store';

/** A printed total beside the sum of its details, as the API shows it. */
export interface ComparedTotalRow {
  readonly cell: CellId;
  readonly rule: string;
  readonly reported: string | null;
  readonly computed: string | null;
  readonly difference: string | null;
  readonly counted: string | null;
  readonly indicators: readonly Indicator[];
}

/** The totals of an edition as they came; those of section two there are none. */
export function totalsOfEdition(edition: EditionRow): readonly ComparedTotalRow[] {
  const { readings, forms } = reportOfEdition(edition, 0);
  const printed = readings.map((reading) => asPrinted(edition, reading));
  const used = FORMS.filter(({ id }) => Object.values(forms).includes(id));
  const compared = used.flatMap((form) =>
    compareTotals(form, printed).flatMap((total) => (forms[cellOf(total.cell).section] === form.id ? [{ ...total, form }] : [])),
  );
  return compared.map(({ cell, rule, reported, computed, difference, form }) => {
    const { unit, position } = cellOf(cell);
    const print = (amount: bigint | null): string | null => (amount === null ? null : printFigure(amount, unit));
    const figure = edition.figures[position - 1];
    return {
      cell,
      rule,
      reported: print(reported),
      computed: print(computed),
      difference: print(difference),
      counted: figure == null ? null : print(BigInt(figure)),
      indicators: INDICATORS.filter((indicator) => totalCellsOf(indicator, form.id).includes(cell)),
    };
  });
}

/** Without what was derived for it. */
function asPrinted({ derived, states }: EditionRow, reading: Reading): Reading {
  const { position } = cellOf(reading.cell);
  const state = states[position];
  if (!derived.includes(position) || state === undefined || state === 'number') return reading;
  return { cell: reading.cell, raw: reading.raw, place: reading.place, confidence: reading.confidence, state };
}
