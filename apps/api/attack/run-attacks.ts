import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack } from './attack';
import { type AttackedCity, enterCity, makeAttackedCity } from './attacked-city';
import { AttackedPlatform } from './attacked-platform';
import { Bystanders, type Experience } from './bystanders';

export interface AttackFigures {
  readonly attack: string;
  /** What the attempts were refused with; `nothing` where one went through. */
  readonly refusedWith: readonly string[];
  readonly attempts: number;
  /** Seconds of processor of the api for each attempt, what the others asked in the meantime included. */
  readonly processorSeconds: number;
  /** The most the api held, in megabytes. */
  readonly megabytes: number;
  readonly dashboard: Experience;
  readonly filing: Experience;
  /** The api ended of it. */
  readonly died: boolean;
}

export interface AttacksAsked {
  readonly attacks: ReadonlyMap<string, Attack>;
  /** How long each attack lasts; 0: each connection attempts once. */
  readonly seconds: number;
  readonly connections: number;
  /** Agencies that file meanwhile. */
  readonly agencies: number;
  /** With the demo city. */
  readonly seeded: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
}

const LOOK_MS = 50;
const COOL_MS = 1_000;

/** Attacks a platform of its own, one attack after the other, each from several connections at once while others go about their work; first nobody attacks. */
export async function runAttacks(asked: AttacksAsked): Promise<readonly AttackFigures[]> {
  const platform = await AttackedPlatform.start(asked.seeded, asked.env);
  try {
    await makeAttackedCity(platform.databaseUrl, asked.agencies);
    await platform.startApi();
    const city = await enterCity(platform.address, platform.databaseUrl);
    const figures: AttackFigures[] = [];
    const nobody: Attack = () => sleep(Math.min(asked.seconds * 1_000, 200)).then(() => ({ refusedWith: 'nobody attacks' }));
    await underAttack(platform, city, { ...asked, name: 'warming up', attack: nobody });
    for (const [name, attack] of [['baseline', nobody] as const, ...asked.attacks]) {
      asked.say(`${name} …`);
      if (!platform.alive) await platform.startApi();
      figures.push(await underAttack(platform, city, { ...asked, name, attack }));
      if (asked.seconds > 0) await sleep(COOL_MS);
    }
    return figures;
  } finally {
    await platform.stop();
  }
}

interface OneAttack extends Pick<AttacksAsked, 'seconds' | 'connections' | 'say'> {
  readonly name: string;
  readonly attack: Attack;
}

async function underAttack(platform: AttackedPlatform, city: AttackedCity, one: OneAttack): Promise<AttackFigures> {
  const deaths = platform.deaths;
  const before = platform.processorSeconds();
  const refusedWith: string[] = [];
  const until = Date.now() + one.seconds * 1_000;
  let [ended, megabytes] = [false, platform.megabytes()];
  const watch = setInterval(() => (megabytes = Math.max(megabytes, platform.alive ? platform.megabytes() : NaN)), LOOK_MS);
  const others = new Bystanders(platform.address, city).goAbout(() => ended);
  const hostile = Array.from({ length: one.connections }, async () => {
    do refusedWith.push(await attempt(one.attack, platform.address, city));
    while (Date.now() < until && platform.alive);
  });
  await Promise.all(hostile);
  ended = true;
  const { dashboard, filing } = await others;
  clearInterval(watch);
  const died = platform.deaths > deaths;
  if (died) one.say(platform.lastWords);
  const processorSeconds = died ? NaN : (platform.processorSeconds() - before) / refusedWith.length;
  const kinds = [...new Set(refusedWith)].sort();
  return { attack: one.name, refusedWith: kinds, attempts: refusedWith.length, processorSeconds, megabytes, dashboard, filing, died };
}

async function attempt(attack: Attack, address: string, city: AttackedCity): Promise<string> {
  return attack(address, city).then(
    ({ refusedWith }) => refusedWith,
    (fault: Error & { cause?: { code?: string } }) => String(fault.cause?.code ?? fault.message),
  );
}
