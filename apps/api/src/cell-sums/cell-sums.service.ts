import { Injectable } from '@nestjs/common';
import { CELLS } from '@gongkai/catalogue';
import { type Cell, type Coverage, printFigure } from '@gongkai/model';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import type { StoresOf } from '../database/named-stores';
import { OrganisationsStore } from '../organisations/organisations.store';
import { isId } from '../requests/is-id';
import { REFUSALS, type Refusal, refuse } from '../requests/refusal';
import { type CellSumsQuery, type CellSumsRow, CellSumsStore } from './cell-sums.store';
import { coverageOfAll, coveredCell } from './covered-cell';

export interface CellSum {
  readonly cell: string;
  readonly unit: Cell['unit'];
  readonly sum: string | null;
  readonly coverage: Coverage;
}

export interface CellSums {
  readonly regionId: string;
  readonly year: number;
  readonly coverage: Coverage;
  readonly cells: readonly CellSum[];
}

const STORES = { cellSums: CellSumsStore, organisations: OrganisationsStore };

/** All cells of a region's year at once. Accepted reports only within the caller's sight. */
@Injectable()
export class CellSumsService {
  constructor(private readonly database: Database) {}

  ofRegion(caller: Caller, asked: CellSumsQuery): Promise<CellSums | Refusal> {
    if (!isId(asked.regionId)) return Promise.resolve(REFUSALS.unknownRegion());
    if (asked.year < 2008 || asked.year > 2200)
      return Promise.resolve(refuse('BAD_REQUEST', { zh: '年度应在 2008 至 2200 之间。', en: 'The year is between 2008 and 2200.' }));
    const work = (stores: StoresOf<typeof STORES>): Promise<CellSums | Refusal> => sumsOf(stores, asked);
    return asked.state === 'published' ? this.database.readPublic(STORES, work) : this.database.read(caller, STORES, work);
  }
}

async function sumsOf({ cellSums, organisations }: StoresOf<typeof STORES>, asked: CellSumsQuery): Promise<CellSums | Refusal> {
  if (asked.state === 'accepted' && !(await cellSums.withinSight(asked.regionId))) return REFUSALS.notAllowed();
  const row = await cellSums.ofRegion(asked);
  if (row.expected === 0 && (await organisations.regions([asked.regionId])).length === 0) return REFUSALS.unknownRegion();
  return { regionId: asked.regionId, year: asked.year, coverage: coverageOfAll(row), cells: CELLS.map((cell) => cellSumOf(cell, row)) };
}

function cellSumOf(cell: Cell, row: CellSumsRow): CellSum {
  const { sum, coverage } = coveredCell(cell, row);
  return { cell: cell.id, unit: cell.unit, sum: sum === null ? null : printFigure(sum, cell.unit), coverage };
}
