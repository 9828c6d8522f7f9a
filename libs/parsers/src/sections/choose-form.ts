import { cellsOf, type Doubt, type Form, type TableSection } from '@gongkai/model';
import type { Stretch } from '../tables/stretch';
import { claimNamed, claimSection, type SectionClaims } from './claim-section';
import type { NamedCell } from './named-cells';

/** The claims of the form whose layout a section has, or none and why. */
export interface Chosen {
  readonly claims: SectionClaims | null;
  readonly doubts: readonly Doubt[];
}

/** Less than a fifth of a section's cells is a chance likeness. */
const LEAST_SHARE = 5;

/**
 * The form of a section by its layout: the one that finds the most of its cells, never by year or by the document cited.
 * Two forms that do equally well with different cells, and by words as sure, leave the section unrecognised. Tables under the section's own heading
 * go before tables that stand elsewhere.
 */
export function chooseForm(forms: readonly Form[], section: TableSection, stretches: readonly Stretch[]): Chosen {
  const atHome = stretches.filter((stretch) => stretch.home === section);
  const byLayout = (printed: readonly Stretch[]) => bestOf(forms, section, (form) => claimSection(form, section, printed), LEAST_SHARE);
  const chosen = byLayout(atHome);
  if (chosen.claims || atHome.length === stretches.length) return chosen;
  const anywhere = byLayout(stretches);
  return anywhere.claims || anywhere.doubts[0]?.code === 'form_unrecognised' ? anywhere : chosen;
}

/** The first way that finds a form, or finds that several fit; the last of all goes before it where it finds more of the same form. */
export function firstSettled(ways: readonly (() => Chosen)[], last: () => Chosen): Chosen {
  let found: Chosen | null = null;
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
function isSettled({ claims, doubts }: Chosen): boolean {
  return claims !== null || doubts[0]?.code === 'form_unrecognised';
}

function isWhole(claims: SectionClaims): boolean {
  return printedCells(claims).size === sizeOf(claims.form, claims.section);
}

function countOf({ claims }: Chosen): number {
  return claims ? printedCells(claims).size : 0;
}

/** The form of a section whose cells are named by their ids: the one that has the most of them. */
export function chooseNamed(forms: readonly Form[], section: TableSection, lines: readonly NamedCell[]): Chosen {
  return bestOf(forms, section, (form) => claimNamed(form, section, lines), Infinity);
}

/** Among forms that find at least one in `share` of the section's cells. */
function bestOf(forms: readonly Form[], section: TableSection, claim: (form: Form) => SectionClaims, share: number): Chosen {
  const scored = forms.map((form) => {
    const claims = claim(form);
    return { claims, size: sizeOf(form, section), cells: printedCells(claims) };
  });
  const enough = scored.filter(({ cells, size }) => cells.size > 0 && cells.size * share >= size);
  const best = Math.max(...enough.map(({ cells }) => cells.size));
  const most = enough.filter(({ cells }) => cells.size === best);
  const surest = Math.max(...most.map(({ claims }) => exactCells(claims)));
  const [first, ...others] = most.filter(({ claims }) => exactCells(claims) === surest);
  if (!first) return { claims: null, doubts: [doubt('section_missing', section)] };
  const rivals = others.filter(({ size, cells }) => size !== first.size || [...cells].some((cell) => !first.cells.has(cell)));
  return rivals.length === 0 ? { claims: first.claims, doubts: [] } : { claims: null, doubts: [doubt('form_unrecognised', section)] };
}

/** Cells that are there, those included that ran together with others. */
function printedCells(claims: SectionClaims): ReadonlySet<string> {
  return new Set(claims.claims.filter((claim) => claim.printed !== null || claim.confidence === 'inferred').map((claim) => claim.cell));
}

function exactCells({ claims }: SectionClaims): number {
  return claims.filter(({ printed, confidence }) => printed !== null && confidence === 'exact').length;
}

function sizeOf(form: Form, section: TableSection): number {
  return form.grids.filter((grid) => grid.section === section).reduce((sum, grid) => sum + cellsOf(grid).length, 0);
}

function doubt(code: 'section_missing' | 'form_unrecognised', section: TableSection): Doubt {
  return { code, section, cell: null, text: '', place: null };
}
