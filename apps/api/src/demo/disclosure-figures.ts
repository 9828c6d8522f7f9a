import type { CellId } from '@gongkai/model';
import type { DemoDice } from './dice';
import type { DemoFigures } from './figures';
import type { WorkloadPlan } from './workloads';

/** What section two hands on from year to year. */
export interface Stocks {
  readonly regulations: DocumentStock;
  readonly normative: DocumentStock;
  /** Items of the 2019 form: licensing, other services, penalty, compulsion, fees. */
  readonly items: readonly number[];
}

interface DocumentStock {
  readonly inForce: number;
  /** 对外公开总数量 of the 2019 form: all ever published, in force or not. */
  readonly everPublished: number;
}

const ITEM_ROWS: readonly string[] = [
  'administrative_licensing',
  'other_external_services',
  'administrative_penalty',
  'administrative_compulsion',
  'administrative_fees',
];
const FIRST_YEAR_OF_THE_2021_FORM = 2021;
/** In 2020 counters were closed for months. */
const QUIET_YEAR = 2020;
/** Before the 2021 form penalties that were not published were often left out. */
const PENALTIES_SEEN_BEFORE = 0.72;
const FEN_PER_10K_CNY = 1_000_000;

export function firstStocks({ regulations, normative, items }: WorkloadPlan): Stocks {
  const stock = ([inForce]: readonly [number, number]): DocumentStock => ({ inForce, everPublished: Math.floor(inForce * 0.4) });
  return { regulations: stock(regulations), normative: stock(normative), items };
}

/** The stocks of agencies that became one. */
export function addStocks(parts: readonly Stocks[]): Stocks {
  const sum = (of: (stocks: Stocks) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const documents = (of: (stocks: Stocks) => DocumentStock): DocumentStock => ({
    inForce: sum((stocks) => of(stocks).inForce),
    everPublished: sum((stocks) => of(stocks).everPublished),
  });
  return {
    regulations: documents(({ regulations }) => regulations),
    normative: documents(({ normative }) => normative),
    items: ITEM_ROWS.map((_, index) => sum(({ items }) => items[index] ?? Number.NaN)),
  };
}

/** Section two of a year: the cells of the 2019 form before 2021, those of the 2021 form from then on. */
export function disclosureFigures(
  dice: DemoDice,
  year: number,
  plan: WorkloadPlan,
  stocks: Stocks,
): { figures: DemoFigures; stocks: Stocks } {
  const isNew = year >= FIRST_YEAR_OF_THE_2021_FORM;
  const regulations = documentYear(dice, plan.regulations, stocks.regulations);
  const normative = documentYear(dice, plan.normative, stocks.normative);
  const deltas = stocks.items.map((count) => (count >= 6 ? dice.between(-2, 2) : 0));
  const figures = new Map<CellId, number>([
    ...documentCells('regulations', regulations, isNew),
    ...documentCells('normative_documents', normative, isNew),
    ...decisionCells(dice, year, plan),
    ...(isNew ? feeCells(dice, plan) : itemCells(dice, stocks.items, deltas)),
  ]);
  const items = stocks.items.map((count, index) => count + (deltas[index] ?? Number.NaN));
  return { figures, stocks: { regulations: regulations.after, normative: normative.after, items } };
}

interface DocumentYear {
  readonly issued: number;
  readonly repealed: number;
  readonly after: DocumentStock;
}

function documentYear(dice: DemoDice, [, mostIssued]: readonly [number, number], { inForce, everPublished }: DocumentStock): DocumentYear {
  const issued = mostIssued === 0 ? 0 : dice.between(0, mostIssued);
  const repealed = mostIssued === 0 ? 0 : Math.min(inForce, dice.between(0, mostIssued));
  return { issued, repealed, after: { inForce: inForce + issued - repealed, everPublished: everPublished + issued } };
}

function documentCells(row: string, { issued, repealed, after }: DocumentYear, isNew: boolean): readonly (readonly [CellId, number])[] {
  const cell = (column: string): CellId => `s2/${row}/${column}`;
  if (!isNew)
    return [
      [cell('newly_made'), issued],
      [cell('newly_published'), issued],
      [cell('published_total'), after.everPublished],
    ];
  return [
    [cell('issued_count'), issued],
    [cell('repealed_count'), repealed],
    [cell('in_force_count'), after.inForce],
  ];
}

function decisionCells(dice: DemoDice, year: number, plan: WorkloadPlan): readonly (readonly [CellId, number])[] {
  const drift = (base: number): number =>
    Math.round(base * (0.94 + dice.roll() * 0.14) * (1 + (year - 2019) * 0.02) * (year === QUIET_YEAR ? 0.83 : 1));
  const seen = year < FIRST_YEAR_OF_THE_2021_FORM ? PENALTIES_SEEN_BEFORE : 1;
  return [
    ['s2/administrative_licensing/decision_count', drift(plan.licensing)],
    ['s2/administrative_penalty/decision_count', drift(plan.penalty * seen)],
    ['s2/administrative_compulsion/decision_count', drift(plan.compulsion)],
    ...(year < FIRST_YEAR_OF_THE_2021_FORM ? [['s2/other_external_services/decision_count', drift(plan.licensing * 0.3)] as const] : []),
  ];
}

/** Fees to the 元 for most, to the 分 for some, so that both four and six decimals of 万元 occur. */
function feeCells(dice: DemoDice, { fees }: WorkloadPlan): readonly (readonly [CellId, number])[] {
  const exact = Math.round(fees * (0.9 + dice.roll() * 0.2) * FEN_PER_10K_CNY);
  const amount = dice.roll() < 0.7 ? Math.round(exact / 100) * 100 : exact;
  return [['s2/administrative_fees/amount_10k_cny', amount]];
}

function itemCells(dice: DemoDice, items: readonly number[], deltas: readonly number[]): readonly (readonly [CellId, number])[] {
  const projects = items.some((count) => count > 0) ? dice.between(0, 5) : 0;
  const amount = Array.from({ length: projects }, () => dice.between(80_000, 2_400_000) * 100).reduce((sum, price) => sum + price, 0);
  return [
    ...ITEM_ROWS.flatMap((row, index): readonly (readonly [CellId, number])[] => [
      [`s2/${row}/items_last_year`, items[index] ?? Number.NaN],
      [`s2/${row}/items_delta`, deltas[index] ?? Number.NaN],
    ]),
    ['s2/centralized_procurement/project_count', projects],
    ['s2/centralized_procurement/amount', amount],
  ];
}
