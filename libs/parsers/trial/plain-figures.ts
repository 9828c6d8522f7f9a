import { CELLS } from '@gongkai/catalogue';
import type { CellId } from '@gongkai/model';
import type { TrialFigure, TrialReport } from './trial-report';

const cells = new Map(CELLS.map((cell) => [cell.id, cell]));
const FEN_PER_10K = 1_000_000n;
/** Figures that follow one another differ, so that none can pass for its neighbour. */
const [FACTOR, BELOW] = [37, 1000];

/** The report with a figure of up to three plain digits in every cell: whatever differs then is the fault of where it stands. */
export function withPlainFigures(report: TrialReport): TrialReport {
  const figures = [...report.figures.keys()].map((id, index) => [id, plainFigure(id, (index * FACTOR) % BELOW)] as const);
  return { ...report, procurementUnit: '（万元）', figures: new Map(figures) };
}

function plainFigure(id: CellId, value: number): TrialFigure {
  const unit = cells.get(id)?.unit;
  if (!unit) throw new Error(`no cell ${id}`);
  const isMoney = unit === 'cny' || unit === 'cny_10k';
  const amount = BigInt(value) * (isMoney ? FEN_PER_10K : 1n);
  return { raw: String(value), state: 'number', amount, unit: isMoney ? 'cny_10k' : unit, doubt: null, value };
}
