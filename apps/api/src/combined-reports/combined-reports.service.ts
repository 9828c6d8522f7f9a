import { Injectable } from '@nestjs/common';
import { CELLS } from '@gongkai/catalogue';
import { type Cell, type CellState, type Coverage, printFigure } from '@gongkai/model';
import { type CellSumsRow, CellSumsStore } from '../cell-sums/cell-sums.store';
import { type CoveredCell, coverageOfAll, coveredCell } from '../cell-sums/covered-cell';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { OrganisationsStore } from '../organisations/organisations.store';
import { isId } from '../requests/is-id';
import { type Page, boundsOf, pageOf } from '../requests/page';
import { REFUSALS, type Refusal, refuse } from '../requests/refusal';
import { type BelowQuery, CombinedReportsStore, type CombinedRow, type PartRow } from './combined-reports.store';

const STORES = { combinedReports: CombinedReportsStore, cellSums: CellSumsStore, organisations: OrganisationsStore };
const CELLS_AT_MOST = 200;
const AGENCIES_AT_MOST = 500;

export interface DifferenceAsked extends BelowQuery {
  readonly cells: readonly string[] | null;
  readonly differing: boolean;
  readonly first: number;
  readonly after: string | null;
  readonly agencies: number;
  readonly agenciesAfter: string | null;
}

interface LeftOutRow {
  readonly agencyId: string;
  readonly editionId: string | null;
  readonly why: 'no_report' | Exclude<CellState, 'number'>;
}

export interface CellDifferenceRow {
  readonly cell: string;
  readonly unit: Cell['unit'];
  readonly combined: string | null;
  readonly combinedState: CellState | null;
  readonly summed: string | null;
  readonly difference: string | null;
  readonly coverage: Coverage;
  readonly contributors: Page<{ readonly agencyId: string; readonly editionId: string; readonly figure: string }>;
  readonly leftOut: Page<LeftOutRow>;
}

export interface DifferenceRow {
  readonly regionId: string;
  readonly year: number;
  readonly combinedId: string | null;
  readonly coverage: Coverage;
  readonly cells: Page<CellDifferenceRow>;
}

/** Both values of a cell, in 分 for money. */
interface Pair {
  readonly cell: Cell;
  readonly combined: bigint | null;
  readonly combinedState: CellState | null;
  readonly summed: CoveredCell;
}

/**
 * A government's own combined report (国办公开办函〔2021〕30号二) beside the computed sum of the reports below: two series, never added, whose
 * difference is shown cell by cell with who stands behind it. Accepted reports only within the caller's sight.
 */
@Injectable()
export class CombinedReportsService {
  constructor(private readonly database: Database) {}

  async difference(caller: Caller, asked: DifferenceAsked): Promise<DifferenceRow | Refusal> {
    if (!isId(asked.regionId)) return REFUSALS.unknownRegion();
    if (asked.year < 2008 || asked.year > 2200) {
      return refuse('BAD_REQUEST', { zh: '年度应在 2008 至 2200 之间。', en: 'The year is between 2008 and 2200.' });
    }
    const unknown = (asked.cells ?? []).find((id) => !CELLS.some((cell) => cell.id === id));
    if (unknown !== undefined) return REFUSALS.unknownCell(unknown);
    return this.database.read(caller, STORES, async (stores) => {
      const { combinedReports, cellSums, organisations } = stores;
      const [region] = await organisations.regions([asked.regionId]);
      if (region === undefined) return REFUSALS.unknownRegion();
      if (asked.state === 'accepted' && !(await cellSums.withinSight(asked.regionId))) return REFUSALS.notAllowed();
      const combined = await combinedReports.combined(asked);
      const below = await cellSums.ofRegion(asked);
      const pairs = pairsOf(combined, below).filter((pair) => isWanted(pair, asked));
      return {
        regionId: asked.regionId,
        year: asked.year,
        combinedId: combined === null ? null : combined.editionId,
        coverage: coverageOfAll(below),
        cells: await differencesOf(stores, asked, pairs),
      };
    });
  }
}

function pairsOf(combined: CombinedRow | null, below: CellSumsRow): readonly Pair[] {
  return CELLS.map((cell) => {
    const figure = combined?.figures[cell.position - 1] ?? null;
    const state = figure !== null ? 'number' : (combined?.states[String(cell.position)] ?? 'not_in_form');
    return {
      cell,
      combined: figure === null ? null : BigInt(figure),
      combinedState: combined === null ? null : state,
      summed: coveredCell(cell, below),
    };
  });
}

function isWanted({ cell, combined, summed }: Pair, { cells, differing }: DifferenceAsked): boolean {
  return (cells === null || cells.includes(cell.id)) && (!differing || combined !== summed.sum);
}

async function differencesOf(
  { combinedReports }: { readonly combinedReports: CombinedReportsStore },
  asked: DifferenceAsked,
  pairs: readonly Pair[],
): Promise<Page<CellDifferenceRow>> {
  const page = boundsOf(asked, CELLS_AT_MOST);
  const shown = pairs.slice(page.offset, page.offset + page.limit);
  const agencies = {
    ...boundsOf({ first: asked.agencies, after: asked.agenciesAfter }, AGENCIES_AT_MOST),
    positions: shown.map(({ cell }) => cell.position),
  };
  const present = await combinedReports.parts(asked, { ...agencies, present: true });
  const absent = await combinedReports.parts(asked, { ...agencies, present: false });
  const items = shown.map((pair) => {
    const { cell, combined, combinedState } = pair;
    const { sum, answered, coverage } = pair.summed;
    const of = (rows: readonly PartRow[]) => rows.filter(({ position }) => position === cell.position);
    return {
      cell: cell.id,
      unit: cell.unit,
      combined: printed(combined, cell),
      combinedState,
      summed: printed(sum, cell),
      difference: combined === null || sum === null ? null : printFigure(combined - sum, cell.unit),
      coverage,
      contributors: pageOf(
        of(present).map((row) => contributorOf(row, cell)),
        answered,
        agencies,
      ),
      leftOut: pageOf(of(absent).map(leftOutOf), coverage.expected - answered, agencies),
    };
  });
  return pageOf(items, pairs.length, page);
}

function contributorOf({ agencyId, editionId, figure }: PartRow, cell: Cell): { agencyId: string; editionId: string; figure: string } {
  if (editionId === null || figure === null) throw new Error('a contributor without a figure');
  return { agencyId, editionId, figure: printFigure(BigInt(figure), cell.unit) };
}

function leftOutOf({ agencyId, editionId, absence }: PartRow): LeftOutRow {
  return { agencyId, editionId, why: absence ?? 'no_report' };
}

function printed(amount: bigint | null, { unit }: Cell): string | null {
  return amount === null ? null : printFigure(amount, unit);
}
