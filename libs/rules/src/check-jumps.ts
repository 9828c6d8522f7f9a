import { TABLE_SECTIONS, type CellId, type Finding, type TableSection } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { JUMP, jumpMessage } from './i18n/change-words';
import { cellWords } from './place-words';

/**
 * A count is said to jump where the larger of two years is at least `factor` times the smaller, a smaller one below `base` counting as `base`, and
 * both are at least `difference` apart. Most cells of most reports are zero, so from 0 to 2, or to 60, is nothing: no variance is asked for.
 */
export const JUMP_LIMITS = { factor: 5n, base: 20n, difference: 50n } as const;

/** Rows of section three that stand for themselves; the reasons of refusal are too few and too scattered to compare. */
const MAIN_ROWS = ['new_received', 'granted', 'partially_granted', 'total_processed', 'carried_out'];

/** XY-JUMP: totals and main rows that changed much since last year's report. A hint: whoever reads it will ask. Last year's figure is no proposal. */
export function checkJumps(examination: Examination): readonly Finding[] {
  return TABLE_SECTIONS.flatMap((section) => {
    const [form, sheet, lastSheet] = [examination.formOf(section), examination.sheet(section), examination.lastSheet(section)];
    if (!form || !sheet || !lastSheet) return [];
    return comparedCells(examination, section).flatMap((cell) => {
      const [now, before] = [sheet.worthOf(cell), lastSheet.worthOf(cell)];
      if (typeof now !== 'bigint' || typeof before !== 'bigint' || !isJump(now, before)) return [];
      const path = cellWords(form, cell);
      return findingOf({
        severity: 'info',
        section,
        path,
        message: jumpMessage(path, before.toString(), now.toString()),
        rule: JUMP,
        cells: [cell],
        found: now.toString(),
        difference: (now - before).toString(),
        contributors: [{ cell, year: examination.last?.year ?? null, state: 'number', amount: before.toString() }],
      });
    });
  });
}

/** The cells of last year's report that figures of this year are held against. */
export function jumpCells(examination: Examination, section: TableSection): readonly CellId[] {
  return comparedCells(examination, section).filter((cell) => typeof examination.sheet(section)?.worthOf(cell) === 'bigint');
}

/** Counts that both forms have; those of section two are only compared within one form, as their definitions changed. */
function comparedCells(examination: Examination, section: TableSection): readonly CellId[] {
  const [form, lastForm] = [examination.formOf(section), examination.lastFormOf(section)];
  if (!form || !lastForm || (section === 's2' && form.id !== lastForm.id)) return [];
  return form.grids
    .filter((grid) => grid.section === section)
    .flatMap((grid) => grid.rows.flatMap((row) => grid.columns.map((column) => ({ row, column }))))
    .filter(({ row, column }) => isCompared(section, row.code, column.code))
    .map(({ row, column }): CellId => `${section}/${row.code}/${column.code}`)
    .filter((cell) => {
      const { unit, signed } = examination.cellOf(cell);
      return !signed && unit !== 'cny' && unit !== 'cny_10k';
    });
}

function isCompared(section: TableSection, row: string, column: string): boolean {
  if (section === 's2') return true;
  return column === 'total' && (section === 's4' || MAIN_ROWS.includes(row));
}

function isJump(now: bigint, before: bigint): boolean {
  const [smaller, larger] = now < before ? [now, before] : [before, now];
  const { factor, base, difference } = JUMP_LIMITS;
  return larger - smaller >= difference && larger >= factor * (smaller < base ? base : smaller);
}
