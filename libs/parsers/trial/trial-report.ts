import type { CellId, CellState, DoubtCode, FormId, TableSection, Unit } from '@gongkai/model';

/** What one cell prints and what must be read there. */
export interface TrialFigure {
  readonly raw: string;
  readonly state: CellState;
  /** 分 for money; null where the state is not `number`. */
  readonly amount: bigint | null;
  readonly unit: Unit | null;
  /** What the reader must say of this cell. */
  readonly doubt: DoubtCode | null;
  /** What stands beside the figure; absent where nothing does. */
  readonly note?: string;
  /** What a workbook holds instead of text, if it holds a number. */
  readonly value: number | null;
}

/** A report before anyone lays it out. */
export interface TrialReport {
  readonly title: string;
  readonly agencyName: string;
  readonly year: number;
  readonly signedOn: string;
  readonly forms: Readonly<Record<TableSection, FormId>>;
  /** Printed behind 采购总金额, where the form of 2019 prints no unit. */
  readonly procurementUnit: ProcurementUnit;
  readonly figures: ReadonlyMap<CellId, TrialFigure>;
  readonly narrative: { readonly s1: readonly string[]; readonly s5: readonly string[]; readonly s6: readonly string[] };
}

export type ProcurementUnit = '' | '（元）' | '（万元）' | '（单位：元）' | '（单位：万元）';
