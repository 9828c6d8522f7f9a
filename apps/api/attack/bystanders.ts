import { setTimeout as sleep } from 'node:timers/promises';
import { INDICATORS } from '@gongkai/catalogue';
import { sendQuestion } from './ask';
import { type AttackedCity, attackReport } from './attacked-city';

/** Milliseconds, of what was answered as it should be; `failed`: of the rest, the codes. */
export interface Experience {
  readonly answered: number;
  readonly p50: number;
  readonly p95: number;
  readonly failed: readonly string[];
}

export interface Experiences {
  readonly dashboard: Experience;
  readonly filing: Experience;
}

/** They sit elsewhere than the attackers, and each time somebody else: the platform takes this network's word for it, as it would a proxy's. */
const fromPlace = (turn: number): Readonly<Record<string, string>> => ({ 'x-forwarded-for': `198.51.100.${1 + (turn % 250)}` });
const PAUSE_MS = 20;
/** An agency that files over and over spends its budget; each comes again after this at the earliest. */
const BETWEEN_FILINGS_MS = 400;
const YEAR = 2023;
const DASHBOARD = `query ($region: ID!, $indicators: [String!]!) {
  indicatorSeries(indicators: $indicators, scope: { regionId: $region }, years: { from: 2019, to: 2024 }) { __typename
    ... on IndicatorSeries { series { indicator { code } points { year value numerator denominator coverage { expected reported late missing leftOut } } } }
    ... on Refusal { code } } }`;
const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename ... on Refusal { code } } }`;
const DRAWN = INDICATORS.slice(0, 28).map(({ code }) => code);

/** Those who use the platform while it is attacked: somebody who looks at the dashboard, and agencies that file one after the other. */
export class Bystanders {
  private filed = 0;
  private turns = 0;

  constructor(
    private readonly address: string,
    private readonly city: AttackedCity,
  ) {}

  /** Uses the platform until something has ended; at least one question and one filing each. */
  async goAbout(until: Promise<unknown>): Promise<Experiences> {
    this.turns += 1;
    let over = false;
    const end = (): void => void (over = true);
    until.then(end, end);
    const [dashboard, filing] = await Promise.all([
      again(
        () => this.look(),
        () => over,
        PAUSE_MS,
      ),
      again(
        () => this.file(),
        () => over,
        Math.max(PAUSE_MS, BETWEEN_FILINGS_MS / this.city.agencies.length),
      ),
    ]);
    return { dashboard, filing };
  }

  private async look(): Promise<string | null> {
    const heard = await sendQuestion(this.address, {
      query: DASHBOARD,
      variables: { region: this.city.region, indicators: DRAWN },
      as: fromPlace(this.turns),
    });
    return heard.status === 200 ? heard.code : String(heard.status);
  }

  /** Each report once, as a file; when all are filed the first come again, which the platform answers as repeated. */
  private async file(): Promise<string | null> {
    const place = this.filed % this.city.agencies.length;
    this.filed += 1;
    const [agency, token] = [this.city.agencies[place], this.city.tokens[place]];
    if (agency === undefined) throw new Error('nobody is there to file');
    const heard = await sendQuestion(this.address, {
      query: SUBMIT,
      variables: { input: { idempotencyKey: `${agency.id}-${YEAR}`, report: { agencyId: agency.id, year: YEAR, file: null } } },
      as: { ...fromPlace(this.turns), authorization: `Bearer ${token}` },
      file: attackReport(agency.name, YEAR),
    });
    return heard.status === 200 ? heard.code : String(heard.status);
  }
}

async function again(act: () => Promise<string | null>, ended: () => boolean, pause: number): Promise<Experience> {
  const times: number[] = [];
  const failed: string[] = [];
  do {
    const began = performance.now();
    const wrong = await act().catch((fault: Error) => String(fault.cause ?? fault.message));
    if (wrong === null) times.push(performance.now() - began);
    else failed.push(wrong);
    await sleep(pause);
  } while (!ended());
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return { answered: times.length, p50: at(0.5), p95: at(0.95), failed: [...new Set(failed)] };
}
