import { CELLS, formInForce } from '@gongkai/catalogue';
import type { Cell, CellId, CellState, FormId } from '@gongkai/model';
import { type DemoDice, diceFor } from '../demo/dice';
import { disclosureFigures, firstStocks } from '../demo/disclosure-figures';
import { remedyFigures } from '../demo/remedy-figures';
import { NO_REQUESTS, receiveRequests, requestFigures } from '../demo/request-figures';
import { WORKLOADS } from '../demo/workloads';
import { SYNTHETIC_YEARS, type SyntheticAgency } from './synthetic-country';

/** The figures of one year by cell position minus one; null where nothing was reported, and then why. */
export interface SyntheticFigures {
  readonly s2Form: FormId;
  readonly s3Form: FormId;
  readonly s4Form: FormId;
  readonly figures: readonly (number | null)[];
  readonly states: Readonly<Record<string, CellState>>;
}

const FIRST_YEAR_OF_THE_2021_FORM = 2021;
/** The part of the reports that leaves cells blank, and of those of its first year that keeps the old section two. */
const LEFT_BLANK = 0.04;
const KEPT_THE_OLD_FORM = 0.04;
const BLANK_CELL = 0.2;

/** The figures of an agency for every year, as the demo city's agencies have them; what is open at the end of a year is carried into the next. */
export function syntheticFigures(seed: string, agency: SyntheticAgency): ReadonlyMap<number, SyntheticFigures> {
  const plan = WORKLOADS[agency.workload];
  let open = NO_REQUESTS;
  let stocks = firstStocks(plan);
  const figures = new Map<number, SyntheticFigures>();
  for (const year of SYNTHETIC_YEARS.filter((each) => each >= agency.firstYear)) {
    const dice = diceFor(`${seed}/${agency.id}/${year}`);
    const received = receiveRequests(dice, plan.requests);
    const requests = requestFigures(dice, received, open);
    const keepsOldForm = year === FIRST_YEAR_OF_THE_2021_FORM && dice.roll() < KEPT_THE_OLD_FORM;
    const disclosure = disclosureFigures(dice, keepsOldForm ? year - 1 : year, plan, stocks);
    const count = received.reduce((sum, one) => sum + one, 0);
    const amounts = new Map([...disclosure.figures, ...requests.figures, ...remedyFigures(dice, count, plan.disputes)]);
    const s3Form = formOfYear(year);
    figures.set(year, { s2Form: keepsOldForm ? formOfYear(year - 1) : s3Form, s3Form, s4Form: s3Form, ...laidOut(dice, amounts) });
    open = requests.carriedOut;
    stocks = disclosure.stocks;
  }
  return figures;
}

function formOfYear(year: number): FormId {
  const form = formInForce(year);
  if (form === undefined) throw new RangeError(`no form was in force in ${year}`);
  return form.id;
}

/** The second edition of an amended report: one request more was answered with everything. */
export function amended({ figures, ...rest }: SyntheticFigures): SyntheticFigures {
  const changed = new Set<CellId>(['s3/granted/natural_person', 's3/granted/total']);
  return { ...rest, figures: figures.map((figure, at) => (figure !== null && changed.has(cellAt(at).id) ? figure + 1 : figure)) };
}

function laidOut(dice: DemoDice, amounts: ReadonlyMap<CellId, number>): Pick<SyntheticFigures, 'figures' | 'states'> {
  const leavesBlank = dice.roll() < LEFT_BLANK;
  const states: Record<string, CellState> = {};
  const figures = CELLS.map(({ id, position }) => {
    const amount = amounts.get(id);
    if (amount === undefined) return null;
    if (!leavesBlank || dice.roll() >= BLANK_CELL) return amount;
    states[position] = 'blank';
    return null;
  });
  return { figures, states };
}

function cellAt(index: number): Cell {
  const cell = CELLS[index];
  if (cell === undefined) throw new RangeError(`no cell of index ${index}`);
  return cell;
}
