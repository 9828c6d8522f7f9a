import { Injectable } from '@nestjs/common';
import { CELLS, FORMS } from '@gongkai/catalogue';
import { coverageOf } from '@gongkai/indicators';
import { type Cell, type Coverage, type FormId, cellsOf, printFigure } from '@gongkai/model';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import type { StoresOf } from '../database/named-stores';
import { OrganisationsStore } from '../organisations/organisations.store';
import { isId } from '../requests/is-id';
import { REFUSALS, type Refusal, refuse } from '../requests/refusal';
import { type CellSumsQuery, type CellSumsRow, CellSumsStore } from './cell-sums.store';

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

const NOBODY: CellSumsRow = { expected: 0, reported: 0, late: 0, sums: null, counts: null, forms: [] };

/** The cells each form has. */
const CELLS_OF_FORM: ReadonlyMap<FormId, ReadonlySet<string>> = new Map(
  FORMS.map(({ id, grids }) => [id, new Set(grids.flatMap(cellsOf))]),
);

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
  if (row === null && (await organisations.regions([asked.regionId])).length === 0) return REFUSALS.unknownRegion();
  const known = row ?? NOBODY;
  return {
    regionId: asked.regionId,
    year: asked.year,
    coverage: coverageOf(known, known.reported, 0),
    cells: CELLS.map((cell) => cellSumOf(cell, known)),
  };
}

function cellSumOf(cell: Cell, row: CellSumsRow): CellSum {
  const sum = row.sums?.[cell.position - 1] ?? null;
  const answered = sum === null ? 0 : countAt(row, cell.position);
  return {
    cell: cell.id,
    unit: cell.unit,
    sum: sum === null ? null : printFigure(BigInt(sum), cell.unit),
    coverage: coverageOf(row, answered, withoutCell(cell, row)),
  };
}

/** Editions on a form that has no such cell. */
function withoutCell({ id, section }: Cell, { forms }: CellSumsRow): number {
  return forms
    .filter(({ s2Form, s3Form, s4Form }) => CELLS_OF_FORM.get({ s2: s2Form, s3: s3Form, s4: s4Form }[section])?.has(id) !== true)
    .reduce((sum, { editions }) => sum + editions, 0);
}

function countAt({ counts }: CellSumsRow, position: number): number {
  const count = counts?.[position - 1];
  if (count === undefined) throw new Error(`a sum without the number of editions behind it at ${position}`);
  return count;
}
