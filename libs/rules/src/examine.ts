import { isInForce, TABLE_SECTIONS } from '@gongkai/model';
import type {
  AgencyKind,
  Cell,
  CellId,
  DeclaredFigure,
  Form,
  NarrativeSection,
  Reading,
  Report,
  TableSection,
  Words,
} from '@gongkai/model';
import { allCellsOf } from './equations-of';
import { byCell, openSheet } from './open-sheet';
import type { Sheet } from './open-sheet';
import type { OwnRule } from './own-rule';
import { cellWords } from './place-words';

export interface CheckInput {
  readonly forms: readonly Form[];
  readonly cells: readonly Cell[];
  /** What the narrative may claim, and the cells each claim may be held against. */
  readonly declared: readonly DeclaredFigure[];
  readonly report: Report;
  /** The year of the obligation the report is filed for; null where a file is only looked at. */
  readonly expectedYear: number | null;
  /** `online`: typed into the form, where a blank is an error; `document`: read from a file. */
  readonly filing: 'online' | 'document';
  /** The report of the year before, in whatever form; null where there is none. */
  readonly lastYear: Report | null;
  /** What is known of the agency besides its report; without it only the printed name tells. */
  readonly agency?: AgencyFacts;
  /** Sections whose text another agency's report of the same year has too; absent where nobody looked. */
  readonly twins?: readonly Twin[];
  /** Rules of a supervisor, read by `readRule`; each holds for its own form. */
  readonly extraRules?: readonly OwnRule[];
}

/** Facts of an agency that its report does not state. */
export interface AgencyFacts {
  readonly kind: AgencyKind | null;
  readonly name: string | null;
  /**
   * Cells (`s2/regulations/issued_count`) or whole rows (`s2/regulations`) that cannot apply to the agency, e.g. because it has no power to make
   * rules. A number other than zero there is a warning; a blank or `/` is right.
   */
  readonly cannotHave: readonly string[];
}

/** A section that says the same as that of another agency (`twinText`). */
export interface Twin {
  readonly section: NarrativeSection;
  /** The name of the other agency. */
  readonly agency: string;
}

/** A report laid out for checking: each table section under the form it was printed in. */
export interface Examination extends CheckInput {
  /** Last year's report where it is of the year before; null otherwise. */
  readonly last: Report | null;
  /** Null where the section is missing or its layout matches no form. */
  readonly formOf: (section: TableSection) => Form | null;
  readonly lastFormOf: (section: TableSection) => Form | null;
  readonly sheet: (section: TableSection) => Sheet | null;
  readonly lastSheet: (section: TableSection) => Sheet | null;
  /** The form the law prescribes for the year of the report. */
  readonly inForce: Form | null;
  /** Any form, for the titles of sections, which are the same in all. */
  readonly anyForm: Form;
  readonly cellOf: (id: CellId) => Cell;
  /** A cell of the report in the words of the form its section is printed in. */
  readonly cellPath: (id: CellId) => Words;
}

/** Lays out a report for checking. Throws where no form is given, or a form or cell that the report needs is not among the given ones. */
export function examine(input: CheckInput): Examination {
  const { report, forms } = input;
  const cells = registryOf(input.cells);
  const year = report.year ?? input.expectedYear;
  const inForce = year === null ? null : (forms.find((form) => isInForce(form, year)) ?? null);
  const anyForm = inForce ?? forms[0];
  if (!anyForm) throw new RangeError('checking needs at least one form');
  const last = follows(report, input.lastYear) ? input.lastYear : null;
  const formOf = bySection((section) => formFor(forms, report, section));
  const lastFormOf = bySection((section) => (last ? formFor(forms, last, section) : null));
  return {
    ...input,
    last,
    formOf,
    lastFormOf,
    sheet: sheetsOf(formOf, report.readings),
    lastSheet: sheetsOf(lastFormOf, last ? last.readings : []),
    inForce,
    anyForm,
    cellOf: (id) => must(cells.get(id), `cell ${id}`),
    cellPath: (id) => cellWords(formOf(id.slice(0, 2) as TableSection) ?? anyForm, id),
  };
}

/** The cells the report should have under its forms, in the order they are printed. */
export function expectedCells(examination: Examination, section: TableSection): readonly CellId[] {
  const form = examination.formOf(section);
  return form ? allCellsOf(form).filter((cell) => cell.startsWith(section)) : [];
}

const registries = new WeakMap<readonly Cell[], ReadonlyMap<CellId, Cell>>();

/** The registry by id, remembered. */
function registryOf(cells: readonly Cell[]): ReadonlyMap<CellId, Cell> {
  const registry = registries.get(cells) ?? new Map(cells.map((cell) => [cell.id, cell]));
  registries.set(cells, registry);
  return registry;
}

function bySection<T>(find: (section: TableSection) => T | null): (section: TableSection) => T | null {
  const found = new Map(TABLE_SECTIONS.map((section) => [section, find(section)]));
  return (section) => found.get(section) ?? null;
}

function sheetsOf(formOf: (section: TableSection) => Form | null, readings: readonly Reading[]): (section: TableSection) => Sheet | null {
  const printed = byCell(readings);
  return bySection((section) => {
    const form = formOf(section);
    return form ? openSheet(form, printed) : null;
  });
}

/** Section four of a report that was kept has the form of the others where it is missing: what was not found is of no form. */
function formFor(forms: readonly Form[], report: Report, section: TableSection): Form | null {
  const id = report.forms[section];
  const isThere = section !== 's4' || report.readings.some(({ cell, state }) => cell.startsWith('s4/') && state !== 'not_found');
  if (id === null || !isThere) return null;
  return must(
    forms.find((form) => form.id === id),
    `form ${id}`,
  );
}

/** A report of another year than the one before says nothing about what was carried over. */
function follows(report: Report, lastYear: Report | null): boolean {
  if (report.year === null || lastYear === null || lastYear.year === null) return true;
  return lastYear.year === report.year - 1;
}

function must<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new RangeError(`checking was not given the ${what}`);
  return found;
}
