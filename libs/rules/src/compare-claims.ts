import { printFigure } from '@gongkai/model';
import type { AcceptedSum, CellId, DeclaredFigure, Declaration, Words } from '@gongkai/model';
import type { Examination } from './examine';
import { cellWords } from './place-words';

/** A claim of the narrative that no accepted sum of cells equals, or only one that has to be said. */
export interface ClaimComparison {
  readonly figure: DeclaredFigure;
  readonly claim: Declaration;
  /** The sum that fits, with its words; null where none does. */
  readonly fits: Words | null;
  /** Of the plain meaning where none fits, of the sum that does otherwise. */
  readonly sum: bigint;
  readonly cells: readonly CellId[];
  /** The cells in words; the first stands for all of a longer sum. */
  readonly path: Words;
}

/**
 * Claims held against the tables, one line a figure. Nothing is said where any claim of a figure has its plain meaning in the table (the others
 * then count a part), where the form has no such cell, or where a cell could not be read.
 */
export function compareClaims(examination: Examination): readonly ClaimComparison[] {
  return examination.declared.flatMap((figure) => {
    const claims = examination.report.declared.filter(({ code }) => code === figure.code);
    return figure.cells.length === 0 || claims.length === 0 ? [] : compare(examination, figure, claims);
  });
}

/** The cells of every claim that is held against the tables. */
export function heldSums(examination: Examination): readonly (readonly CellId[])[] {
  return examination.declared
    .filter(({ code }) => examination.report.declared.some((claim) => claim.code === code))
    .map(({ cells }) => [...new Set(cells.filter(({ of }) => of.every((cell) => hasCell(examination, cell))).flatMap(({ of }) => of))]);
}

function compare(examination: Examination, figure: DeclaredFigure, claims: readonly Declaration[]): readonly ClaimComparison[] {
  const held = figure.cells.filter(({ of }) => of.every((cell) => hasCell(examination, cell)));
  const sums = held.map((accepted) => ({ accepted, sum: sumOf(examination, accepted) }));
  const known = sums.flatMap(({ accepted, sum }) => (sum === null ? [] : [{ accepted, sum }]));
  const [plain] = known;
  if (!plain || known.length < sums.length) return [];
  const fitting = known.filter(({ sum }) => claims.some(({ amount }) => amount === sum));
  const [best = plain] = fitting;
  if (fitting.length > 0 && best.accepted.note === null) return [];
  const claim = claims.find(({ amount }) => amount === best.sum) ?? claims[0];
  if (!claim) return [];
  const { of, note } = best.accepted;
  return [{ figure, claim, fits: fitting.length > 0 ? note : null, sum: best.sum, cells: of, path: pathOf(examination, of) }];
}

function hasCell(examination: Examination, cell: CellId): boolean {
  return examination.sheet(sectionOf(cell))?.readingOf(cell) !== undefined;
}

/** Blank cells add nothing; null where one could not be read, or all are blank. */
function sumOf(examination: Examination, { of }: AcceptedSum): bigint | null {
  const worths = of.map((cell) => examination.sheet(sectionOf(cell))?.worthOf(cell) ?? 'unknown');
  const amounts = worths.filter((worth) => typeof worth === 'bigint');
  return worths.includes('unknown') || amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0n);
}

function sectionOf(cell: CellId): 's2' | 's3' | 's4' {
  return cell.startsWith('s2/') ? 's2' : cell.startsWith('s3/') ? 's3' : 's4';
}

function pathOf(examination: Examination, cells: readonly CellId[]): Words {
  const words = cells.slice(0, 2).map((cell) => cellWords(examination.formOf(sectionOf(cell)) ?? examination.anyForm, cell));
  const more = cells.length > 2 ? { zh: '等', en: ' and others' } : { zh: '', en: '' };
  return { zh: words.map(({ zh }) => zh).join('、') + more.zh, en: words.map(({ en }) => en).join(' + ') + more.en };
}

/** The amount of a claim as it is printed. */
export function claimedAmount({ figure, claim }: Pick<ClaimComparison, 'figure' | 'claim'>): string {
  return printFigure(claim.amount, figure.measure);
}
