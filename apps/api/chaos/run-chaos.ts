import { setTimeout as sleep } from 'node:timers/promises';
import { type ChaosAgency, makeChaosCity } from './chaos-city';
import { type Acknowledged, decideUntilHeard, fileUntilHeard, yearsOf } from './file-and-publish';
import { KillablePlatform, type Victim } from './killable-platform';
import { reckon, type Reckoning } from './reckoning';
import { StubbornClient } from './stubborn-client';

export interface ChaosAsked {
  readonly agencies: number;
  readonly kills: number;
  /** What happens, for who watches. */
  readonly say: (line: string) => void;
}

export interface ChaosFigures extends Reckoning {
  readonly agencies: number;
  readonly filings: number;
  readonly acknowledged: number;
  /** Kept before a kill, acknowledged only when asked for again with the same key. */
  readonly acknowledgedLater: number;
  readonly requests: number;
  readonly kills: Readonly<Record<Victim, number>>;
  /** Requests under way at each kill. */
  readonly inFlight: readonly number[];
  /** How often the api ended although only the database had been killed. */
  readonly apiDeaths: number;
  /** From a kill to the next acknowledged filing, at worst. */
  readonly longestSilenceMs: number;
  readonly seconds: number;
}

const TARGETS: readonly (readonly Victim[])[] = [['api'], ['postgres'], ['api', 'postgres']];
const LAST_MOMENT_MS = 200;
const TICK_MS = 5;

/** Kills api and PostgreSQL hard, again and again, while all agencies file at once and their reports are accepted and published; then reckons. */
export async function runChaos({ agencies: size, kills, say }: ChaosAsked): Promise<ChaosFigures> {
  const platform = await KillablePlatform.start();
  try {
    const client = new StubbornClient(platform.address);
    const agencies = await makeChaosCity(platform.databaseUrl, client, size);
    const filings = agencies.reduce((sum, _, place) => sum + yearsOf(place).length, 0);
    say(`${size} agencies file ${filings} reports; ${kills} kills`);
    const began = Date.now();
    const progress = new Progress();
    const working = Promise.all(agencies.map((agency, place) => work(client, agency, { place, progress })));
    const killing = killAgainAndAgain({ platform, client, progress, kills, filings, say });
    const [inFlight] = await Promise.all([killing, working]);
    const seconds = (Date.now() - began) / 1000;
    const { acknowledged } = progress;
    return {
      agencies: size,
      filings,
      acknowledged: acknowledged.length,
      acknowledgedLater: acknowledged.filter(({ repeated }) => repeated).length,
      requests: client.requests,
      kills: { api: countOf('api', kills), postgres: countOf('postgres', kills) },
      inFlight,
      apiDeaths: platform.deaths,
      longestSilenceMs: progress.longestSilence,
      seconds,
      ...(await reckon(platform, acknowledged)),
    };
  } finally {
    await platform.stop();
  }
}

const targetOf = (kill: number): readonly Victim[] => TARGETS[kill % TARGETS.length] ?? ['api'];
const countOf = (victim: Victim, kills: number): number =>
  Array.from({ length: kills }, (_, kill) => targetOf(kill)).filter((target) => target.includes(victim)).length;

class Progress {
  readonly acknowledged: Acknowledged[] = [];
  longestSilence = 0;
  private killedAt: number | null = null;

  hear(one: Acknowledged): void {
    this.acknowledged.push(one);
    if (this.killedAt !== null) this.longestSilence = Math.max(this.longestSilence, Date.now() - this.killedAt);
    this.killedAt = null;
  }

  killed(): void {
    this.killedAt = Date.now();
  }
}

async function work(
  client: StubbornClient,
  agency: ChaosAgency,
  { place, progress }: { place: number; progress: Progress },
): Promise<void> {
  for (const year of yearsOf(place)) {
    const heard = await fileUntilHeard(client, agency, place, year);
    progress.hear(heard);
    await decideUntilHeard(client, agency, heard.editionId);
  }
}

interface Killing extends Pick<ChaosAsked, 'kills' | 'say'> {
  readonly platform: KillablePlatform;
  readonly client: StubbornClient;
  readonly progress: Progress;
  readonly filings: number;
}

/** Spread over the work, each at a moment when requests are under way. */
async function killAgainAndAgain({ platform, client, progress, kills, filings, say }: Killing): Promise<readonly number[]> {
  const inFlight: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const due = Math.floor((filings * (kill + 1)) / (kills + 1));
    while (progress.acknowledged.length < due || client.inFlight === 0) await sleep(TICK_MS);
    await sleep(Math.random() * LAST_MOMENT_MS);
    inFlight.push(client.inFlight);
    say(
      `kill ${kill + 1}: ${targetOf(kill).join(' and ')}, ${client.inFlight} requests under way, ${progress.acknowledged.length} acknowledged`,
    );
    progress.killed();
    await platform.killAndStart(targetOf(kill));
  }
  return inFlight;
}
