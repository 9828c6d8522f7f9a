import { SUMMED_KINDS } from '@gongkai/model';
import { diceFor } from './dice';
import { addStocks, disclosureFigures, firstStocks, type Stocks } from './disclosure-figures';
import { addFigures, type DemoFigures } from './figures';
import { existsAtEndOf, FIRST_YEAR, liesIn, PLACED, SUCCESSIONS, YEARS, type PlacedAgency } from './places';
import { remedyFigures } from './remedy-figures';
import { NO_REQUESTS, receiveRequests, requestFigures, retypeApplicant, type OpenRequests } from './request-figures';
import { RETYPED } from './troubles';
import { WORKLOADS, type WorkloadPlan } from './workloads';

/** What happened at every agency in every year, known whether it reported or not. */
export type CityFigures = ReadonlyMap<string, ReadonlyMap<number, DemoFigures>>;

interface Standing {
  readonly open: OpenRequests;
  readonly stocks: Stocks;
}

/** The figures of all agencies; those of a combined report are the sums of the kinds below that are summed (国办公开办函〔2021〕30号二). */
export function cityFigures(): CityFigures {
  const lives = new Map<string, Life>();
  const ordered = [...PLACED].sort((a, b) => Number(predecessorsOf(a).length > 0) - Number(predecessorsOf(b).length > 0));
  for (const agency of ordered) {
    const before = predecessorsOf(agency).map((key) => lives.get(key)?.standing);
    if (agency.workload !== null) lives.set(agency.key, liveOf(agency, WORKLOADS[agency.workload], inherit(before)));
  }
  const own = (key: string, year: number): DemoFigures | undefined => lives.get(key)?.figures.get(year);
  return new Map(
    PLACED.map((agency) => {
      const years = YEARS.filter((year) => existsAtEndOf(agency, year));
      const figures = years.map((year) => [year, agency.workload === null ? combined(agency, year, own) : own(agency.key, year)] as const);
      return [agency.key, new Map(figures.flatMap(([year, of]) => (of ? [[year, of] as const] : [])))] as const;
    }),
  );
}

function combined({ regionKey }: PlacedAgency, year: number, own: (key: string, year: number) => DemoFigures | undefined): DemoFigures {
  const below = PLACED.filter(({ kind, regionKey: at }) => SUMMED_KINDS.includes(kind) && liesIn(at, regionKey));
  return addFigures(below.flatMap(({ key }) => own(key, year) ?? []));
}

interface Life {
  readonly figures: ReadonlyMap<number, DemoFigures>;
  readonly standing: Standing;
}

function liveOf(agency: PlacedAgency, plan: WorkloadPlan, inherited: Standing | null): Life {
  const years = YEARS.filter((year) => existsAtEndOf(agency, year));
  let standing = inherited ?? firstStanding(agency, plan);
  const figures = new Map<number, DemoFigures>();
  for (const year of years) {
    const dice = diceFor(`${agency.key}/${year}`);
    const isRetyped = agency.key === RETYPED.agencyKey && year === RETYPED.year;
    const carriedIn = isRetyped ? retypeApplicant(standing.open) : standing.open;
    const received = receiveRequests(dice, plan.requests);
    const requests = requestFigures(dice, received, carriedIn);
    const disclosure = disclosureFigures(dice, year, plan, standing.stocks);
    const count = received.reduce((sum, one) => sum + one, 0);
    figures.set(year, addFigures([disclosure.figures, requests.figures, remedyFigures(dice, count, plan.disputes)]));
    standing = { open: requests.carriedOut, stocks: disclosure.stocks };
  }
  return { figures, standing };
}

function firstStanding({ key }: PlacedAgency, plan: WorkloadPlan): Standing {
  const [tries, chance] = plan.requests;
  return { open: receiveRequests(diceFor(`${key}/${FIRST_YEAR - 1}`), [tries, chance * 0.05]), stocks: firstStocks(plan) };
}

function predecessorsOf({ key }: PlacedAgency): readonly string[] {
  return SUCCESSIONS.filter(({ successorKey }) => successorKey === key).map(({ predecessorKey }) => predecessorKey);
}

/** Those who became one hand on their open requests and their stocks; null for an agency that follows nobody. */
function inherit(before: readonly (Standing | undefined)[]): Standing | null {
  const found = before.filter((standing) => standing !== undefined);
  if (found.length !== before.length) throw new RangeError('a predecessor has no figures: agencies that follow others come last');
  if (found.length === 0) return null;
  const open = NO_REQUESTS.map((_, column) => found.reduce((sum, standing) => sum + (standing.open[column] ?? Number.NaN), 0));
  return { open, stocks: addStocks(found.map(({ stocks }) => stocks)) };
}
