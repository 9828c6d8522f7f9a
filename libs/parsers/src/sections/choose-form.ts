import { asksAlike, isInForce, sectionCells, type CellId, type Doubt, type Form, type TableSection } from '@gongkai/model';
import { perObject } from '../labels/remembered';
import type { PrintedCell } from '../printed-document';
import type { Stretch } from '../tables/stretch';
import { claimNamed, claimSection, type Claim, type SectionClaims } from './claim-section';
import type { NamedCell } from '../printed-document';

/** What a section of a document may be read by: the forms, and the year the document says it is of. */
export interface FormChoice {
  readonly forms: readonly Form[];
  readonly section: TableSection;
  readonly year: number | null;
}

/** The claims of the form whose layout a section has, or none and why. */
export interface ChosenForm {
  readonly claims: SectionClaims | null;
  readonly doubts: readonly Doubt[];
  /** Forms that print this section alike, the chosen one among them. */
  readonly alike: readonly Form[];
}

/** Less than a fifth of a section's cells is a chance likeness. */
const LEAST_SHARE = 5;
const ALIKE_COUNTS = 0.25;

/**
 * The form of a section by its layout, never by the document cited: the one that explains the greatest share of what the form asks and of what is
 * printed, so that a form which contains another fits only what is printed in full; a form whose words are printed goes before one that only resembles
 * them. The year of the report decides between forms that explain
 * the same figures, unless one alone misses as many rows as are left over; where it does not, the section stays unrecognised. Tables under the
 * section's own heading go before tables that stand elsewhere.
 */
export function chooseForm(choice: FormChoice, stretches: readonly Stretch[]): ChosenForm {
  const { section } = choice;
  const atHome = stretches.filter((stretch) => stretch.home === section);
  const byLayout = (printed: readonly Stretch[]) => {
    const fit = fitsAmong(choice, printed);
    return bestOf({ ...choice, forms: formsToTry(choice, printed, fit) }, fit, LEAST_SHARE);
  };
  const chosen = byLayout(atHome);
  if (chosen.claims || atHome.length === stretches.length) return chosen;
  const anywhere = byLayout(stretches);
  return anywhere.claims || anywhere.doubts[0]?.code === 'form_unrecognised' ? anywhere : chosen;
}

/** What each form makes of a section; for forms that print it alike it is worked out once. */
function fitsAmong({ section, year }: FormChoice, printed: readonly Stretch[]): (form: Form) => Fit {
  const known = new Map<string, Fit>();
  return (form) => {
    const layout = layoutsOf(form)[section];
    const fit = known.get(layout) ?? fitOf(claimSection(form, section, printed, year));
    known.set(layout, fit);
    return { ...fit, claims: { ...fit.claims, form } };
  };
}

/** All forms; where that of the year explains all that is printed and all that it asks is there, no other can fit as well but those that ask alike. */
function formsToTry({ forms, section, year }: FormChoice, printed: readonly Stretch[], fit: (form: Form) => Fit): readonly Form[] {
  const likely = year === null ? undefined : forms.find((form) => isInForce(form, year));
  if (likely === undefined || !explainsAll(fit(likely), printed)) return forms;
  return forms.filter((form) => asksAlike(section, form, likely));
}

function explainsAll({ claims: found, cells, size, exact }: Fit, printed: readonly Stretch[]): boolean {
  const { strangers, strangeColumns, subtotals, lookalikes, cuts, parts, lostHeads } = found;
  const isPlain = [strangers, strangeColumns, subtotals, lookalikes, cuts, parts, lostHeads].every((left) => left.length === 0);
  if (!isPlain || found.stretches.length < printed.length) return false;
  return cells.size === size && exact === size && found.claims.length === size;
}

/** Of each section what a form prints and what must hold in it. */
const layoutsOf = perObject(({ grids, rules }: Form): Readonly<Record<TableSection, string>> => {
  const layoutOf = (section: TableSection): string => {
    const own = grids.filter((grid) => grid.section === section);
    return JSON.stringify([own, rules.filter((rule) => own.some(({ id }) => id === rule.grid))]);
  };
  return { s2: layoutOf('s2'), s3: layoutOf('s3'), s4: layoutOf('s4') };
});

/** The first way that finds a form, or finds that several fit; the last of all goes before it where it finds more of the same form. */
export function firstSettled(ways: readonly (() => ChosenForm)[], last: () => ChosenForm): ChosenForm {
  let found: ChosenForm | null = null;
  for (const way of ways) {
    found = way();
    if (isSettled(found)) break;
  }
  if (found?.doubts[0]?.code === 'form_unrecognised' || (found?.claims && isWhole(found.claims))) return found;
  const other = last();
  if (found?.claims && other.claims && found.claims.form !== other.claims.form) return found;
  return found === null || countOf(other) > countOf(found) || (found.claims === null && isSettled(other)) ? other : found;
}

/** Found, or found to be of several forms. */
function isSettled({ claims, doubts }: ChosenForm): boolean {
  return claims !== null || doubts[0]?.code === 'form_unrecognised';
}

function isWhole({ form, section, claims }: SectionClaims): boolean {
  return printedCells(claims).size === sectionCells(form, section).length;
}

function countOf({ claims }: ChosenForm): number {
  return claims ? printedCells(claims.claims).size : 0;
}

/** The form of a section whose cells are named by their ids: the one that has the greatest share of them. */
export function chooseNamed(choice: FormChoice, lines: readonly NamedCell[]): ChosenForm {
  return bestOf(lines.length === 0 ? { ...choice, forms: [] } : choice, (form) => fitOf(claimNamed(form, choice.section, lines)), Infinity);
}

/** What one form makes of a section. */
interface Fit {
  readonly claims: SectionClaims;
  readonly cells: ReadonlySet<string>;
  /** The figures it explains: as they are printed, or by their cells where they ran together. */
  readonly explained: ReadonlySet<PrintedCell | string>;
  readonly size: number;
  readonly exact: number;
}

/** Among forms that find at least one in `least` of the section's cells. */
function bestOf({ forms, section, year }: FormChoice, fit: (form: Form) => Fit, least: number): ChosenForm {
  const fits = forms.map(fit).filter(({ cells, size }) => cells.size > 0 && cells.size * least >= size);
  const printed = new Set(fits.flatMap(({ explained }) => [...explained]));
  const share = (one: Fit): number => wordsOf(one) / (one.size + printed.size - one.explained.size);
  const best = Math.max(...fits.map(share));
  const most = fits.filter((fit) => share(fit) === best);
  const surest = most.filter(({ exact }) => exact === Math.max(...most.map((fit) => fit.exact)));
  const [first] = surest;
  if (!first) return { claims: null, doubts: [doubt('section_missing', section)], alike: [] };
  const more = first.cells.size === first.size ? [] : fits.filter((fit) => fit.exact === first.exact && explainsSame(fit, first));
  const chosen = oneOf([...new Set([...surest, ...more])], section, year);
  return chosen ?? { claims: null, doubts: [doubt('form_unrecognised', section)], alike: [] };
}

/** One of several forms that fit equally well; null where the year does not tell which. */
function oneOf(fits: readonly Fit[], section: TableSection, year: number | null): ChosenForm | null {
  const [first] = fits;
  if (!first || fits.some((fit) => !explainsSame(fit, first))) return null;
  const alike = fits.map(({ claims }) => claims.form);
  if (alike.every((form) => asksAlike(section, form, first.claims.form))) return { claims: first.claims, doubts: [], alike };
  const [matching, ...others] = fits.filter(missesAsManyRows);
  if (matching && others.length === 0 && matching.claims.strangers.length > 0)
    return { claims: matching.claims, doubts: [], alike: [matching.claims.form] };
  // What tables without headings, or figures that ran together, do not show, may be printed all the same.
  if (year === null || fits.some(({ claims }) => claims.lostHeads.length > 0 || claims.cuts.length > 0)) return null;
  const ofYear = fits.find(({ claims }) => isInForce(claims.form, year));
  return ofYear ? { claims: ofYear.claims, doubts: [], alike: [ofYear.claims.form] } : null;
}

/** Whether a form misses as many rows as stand there with labels that it does not know. */
function missesAsManyRows({ claims: { form, section, claims, strangers } }: Fit): boolean {
  const found = new Set(claims.map(({ cell }) => cell.split('/')[1]));
  const rows = form.grids.filter((grid) => grid.section === section).flatMap((grid) => grid.rows);
  return rows.filter(({ code }) => !found.has(code)).length === strangers.length;
}

function fitOf(claims: SectionClaims): Fit {
  return {
    claims,
    cells: printedCells(claims.claims),
    explained: new Set(claims.claims.flatMap(figureOf)),
    size: sectionCells(claims.form, claims.section).length,
    exact: claims.claims.filter(({ printed, confidence }) => printed !== null && confidence === 'exact').length,
  };
}

/** A row that has lost its cells is explained by whoever knows the row. */
function figureOf({ cell, printed, confidence, lost }: Claim): PrintedCell | CellId | readonly [] {
  return confidence === 'inferred' ? cell : (printed ?? lost ?? []);
}

/** How many cells it has by words of its own; words that only resemble them count little. */
function wordsOf({ cells, exact }: Fit): number {
  const own = Math.min(exact, cells.size);
  return own + (cells.size - own) * ALIKE_COUNTS;
}

function explainsSame(one: Fit, other: Fit): boolean {
  return one.explained.size === other.explained.size && [...one.explained].every((figure) => other.explained.has(figure));
}

/** Cells that are there, those included that ran together with others. */
function printedCells(claims: SectionClaims['claims']): ReadonlySet<string> {
  return new Set(claims.filter((claim) => claim.printed !== null || claim.confidence === 'inferred').map((claim) => claim.cell));
}

/**
 * The form in which a section counts that several print alike: the one of the year, or the last one that had begun by then. A document that
 * names no year is of the latest.
 */
export function inYear(chosen: ChosenForm, year: number | null): ChosenForm {
  const { claims, alike } = chosen;
  if (claims === null || alike.length < 2) return chosen;
  const inOrder = [...alike].sort((one, other) => one.years.first - other.years.first);
  const begun = inOrder.filter(({ years }) => year === null || years.first <= year);
  const form = begun.at(-1) ?? inOrder[0];
  return form ? { ...chosen, claims: { ...claims, form } } : chosen;
}

function doubt(code: 'section_missing' | 'form_unrecognised', section: TableSection): Doubt {
  return { code, section, cell: null, text: '', place: null };
}
