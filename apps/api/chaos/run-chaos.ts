import { setTimeout as sleep } from 'node:timers/promises';
import { bringInHistory } from './bring-in-history';
import { type ChaosAgency, makeChaosCity } from './chaos-city';
import { MISHAPS, type Mishap, type ApiState, disturb, prepareMishaps } from './mishaps';
import { type AcknowledgedFiling, decideUntilHeard, fileUntilHeard, yearsAt } from './file-and-publish';
import { KillablePlatform } from './killable-platform';
import { SeededChoice } from './seeded-choice';
import { databaseTime, reckon, type Reckoning } from './reckoning';
import { StubbornClient } from './stubborn-client';
import { WorkInParts } from './work-in-parts';

export interface ChaosAsked {
  readonly agencies: number;
  /** How often something goes wrong: one disturbance after the other, and then the first again. */
  readonly turns: number;
  readonly seed: number;
  /** What happens, for who watches. */
  readonly say: (line: string) => void;
}

export interface ChaosFigures extends Reckoning {
  readonly agencies: number;
  readonly filings: number;
  readonly acknowledged: number;
  /** Kept before a disturbance, acknowledged only when asked for again with the same key. */
  readonly acknowledgedLater: number;
  readonly files: number;
  readonly requests: number;
  readonly disturbances: readonly MishapAccount[];
  /** False where no small file system could be mounted: uploads and logs then always found room, and only the database had none. */
  readonly smallDisk: boolean;
  /** How often an api ended although nobody had killed it. */
  readonly apiDeaths: number;
  /** From a disturbance to the next acknowledged filing, at worst. */
  readonly longestSilenceMs: number;
  readonly seconds: number;
}

export interface MishapAccount {
  readonly kind: Mishap;
  /** Requests under way when it came. */
  readonly inFlight: number;
  readonly heard: readonly ApiState[];
}

const LAST_MOMENT_MS = 200;
const TICK_MS = 5;

/**
 * Two apis over one database lose each other, their database, their disk, the time and their locks, again and again, while all agencies file at once,
 * their reports are accepted and published, and last year's are imported; then reckons.
 */
export async function runChaos({ agencies: size, turns, seed, say }: ChaosAsked): Promise<ChaosFigures> {
  const platform = await KillablePlatform.start();
  try {
    const began = await databaseTime(platform);
    const client = new StubbornClient(platform.addresses);
    const { agencies, importer } = await makeChaosCity(platform.databaseUrl, client, size);
    await prepareMishaps(platform);
    const filings = filingsOf(agencies);
    say(`${size} agencies file ${filings.length} reports; ${turns} turns, seed ${seed}`);
    const history = await bringInHistory(client, agencies, importer);
    const parts = new WorkInParts(filings.length, turns + 1);
    const scene = { platform, client, parts, progress: new Progress(), random: new SeededChoice(seed), turns, say };
    const started = performance.now();
    const working = Promise.all(filings.map((filing, number) => work(scene, filing, number)));
    const [disturbances] = await Promise.all([disturbAgainAndAgain(scene), working]);
    const { acknowledged, longestSilence } = scene.progress;
    return {
      agencies: size,
      filings: filings.length,
      acknowledged: acknowledged.length,
      acknowledgedLater: acknowledged.filter(({ repeated }) => repeated).length,
      files: history.files,
      requests: client.requests,
      disturbances,
      smallDisk: platform.disk.isMounted,
      apiDeaths: platform.deaths,
      longestSilenceMs: longestSilence,
      seconds: (performance.now() - started) / 1000,
      ...(await reckon(platform, { acknowledged, history, began })),
    };
  } finally {
    await platform.stop();
  }
}

interface Filing {
  readonly agency: ChaosAgency;
  readonly place: number;
  readonly year: number;
}

/** Year after year, each by all agencies. */
function filingsOf(agencies: readonly ChaosAgency[]): readonly Filing[] {
  const filings = agencies.flatMap((agency, place) => yearsAt(place).map((year) => ({ agency, place, year })));
  return filings.sort((one, other) => one.year - other.year || one.place - other.place);
}

interface Scene extends Pick<ChaosAsked, 'turns' | 'say'> {
  readonly platform: KillablePlatform;
  readonly client: StubbornClient;
  readonly parts: WorkInParts;
  readonly progress: Progress;
  readonly random: SeededChoice;
}

class Progress {
  readonly acknowledged: AcknowledgedFiling[] = [];
  longestSilence = 0;
  private disturbedAt: number | null = null;

  hear(one: AcknowledgedFiling): void {
    this.acknowledged.push(one);
    if (this.disturbedAt !== null) this.longestSilence = Math.max(this.longestSilence, performance.now() - this.disturbedAt);
    this.disturbedAt = null;
  }

  disturbed(): void {
    this.disturbedAt = performance.now();
  }
}

async function work({ client, parts, progress }: Scene, { agency, place, year }: Filing, number: number): Promise<void> {
  await parts.until(number);
  const heard = await fileUntilHeard(client, agency, place, year);
  progress.hear(heard);
  await decideUntilHeard(client, agency, heard.editionId);
}

/** Half of one part is through, and the next has just begun. */
async function disturbAgainAndAgain(scene: Scene): Promise<readonly MishapAccount[]> {
  const { platform, client, parts, progress, random, turns, say } = scene;
  const disturbances: MishapAccount[] = [];
  parts.letGo();
  for (let turn = 1; turn <= turns; turn += 1) {
    const due = (parts.endOf(turn - 1) + parts.endOf(turn)) / 2;
    while (progress.acknowledged.length < due) await sleep(TICK_MS);
    await sleep(random.below(LAST_MOMENT_MS));
    parts.letGo();
    while (client.inFlight === 0 && progress.acknowledged.length < parts.endOf(turn + 1)) await sleep(TICK_MS);
    const kind = MISHAPS[(turn - 1) % MISHAPS.length] ?? 'api';
    const { inFlight } = client;
    progress.disturbed();
    const heard = await disturb(kind, { platform, random });
    say(`${turn}: ${kind}, ${inFlight} requests under way, ${progress.acknowledged.length} acknowledged ${JSON.stringify(heard)}`);
    disturbances.push({ kind, inFlight, heard });
  }
  return disturbances;
}
