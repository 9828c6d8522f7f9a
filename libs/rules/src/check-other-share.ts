import { cellAt, divideFigures } from '@gongkai/model';
import type { CellId, Finding, Grid } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { OTHER_HIGH, otherHighMessage } from './i18n/content-words';
import { sectionWords } from './place-words';

/** More than a tenth of at least twenty requests; below that base a share says nothing. */
const SHARE_PERCENT = 10n;
const SMALLEST_BASE = 20n;

/** S3-OTHER-HIGH: other processing is the exception. Blank rows count as nothing, unreadable ones leave it unchecked. */
export function checkOtherShare(examination: Examination): readonly Finding[] {
  const form = examination.formOf('s3');
  const sheet = examination.sheet('s3');
  const grid = form?.grids.find((candidate) => candidate.section === 's3');
  if (!form || !sheet || !grid) return [];
  const cells = otherCells(grid);
  const total = sheet.worthOf(cellAt(grid, 'total_processed', 'total'));
  const worths = cells.map((cell) => sheet.worthOf(cell));
  if (typeof total !== 'bigint' || total < SMALLEST_BASE || worths.includes('unknown')) return [];
  const other = worths.reduce<bigint>((sum, worth) => (typeof worth === 'bigint' ? sum + worth : sum), 0n);
  if (other * 100n <= total * SHARE_PERCENT) return [];
  const path = sectionWords(form, 's3');
  const percent = divideFigures(other * 100n, total).slice(0, -5);
  return [
    findingOf({
      severity: 'warning',
      section: 's3',
      path,
      message: otherHighMessage(path, other.toString(), total.toString(), percent),
      rule: OTHER_HIGH,
      cells,
      found: other.toString(),
    }),
  ];
}

function otherCells(grid: Grid): readonly CellId[] {
  return grid.rows.filter((row) => row.group === 'other').map((row) => cellAt(grid, row.code, 'total'));
}

/** The cells the share is made of; none where the requests are known to be too few to have one. */
export function otherShareCells(examination: Examination): readonly CellId[] {
  const grid = examination.formOf('s3')?.grids.find((candidate) => candidate.section === 's3');
  if (!grid) return [];
  const whole = cellAt(grid, 'total_processed', 'total');
  const total = examination.sheet('s3')?.worthOf(whole);
  if (total === 'nothing' || (typeof total === 'bigint' && total < SMALLEST_BASE)) return [];
  return [...otherCells(grid), whole];
}
