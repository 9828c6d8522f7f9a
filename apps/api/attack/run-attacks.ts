import { setTimeout as sleep } from 'node:timers/promises';
import { enterCity, makeAttackedCity } from './attacked-city';
import { AttackedPlatform } from './attacked-platform';
import { Bystanders, type Experiences } from './bystanders';
import { attackWith, type HostileOrder } from './hostile';

export interface AttackFigures {
  readonly attack: string;
  /** What the attempts were refused with; `nothing` where one went through. */
  readonly refusedWith: readonly string[];
  readonly attempts: number;
  /** Seconds of processor of the api for each attempt, what the others asked in the meantime included. */
  readonly processorSeconds: number;
  /** The most the api held, in megabytes. */
  readonly megabytes: number;
  /** Of the others, just before and meanwhile. */
  readonly calm: Experiences;
  readonly attacked: Experiences;
  /** The api ended of it. */
  readonly died: boolean;
}

export interface AttacksAsked {
  /** Names. */
  readonly attacks: readonly string[];
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

/** Attacks a platform of its own, one attack after the other, each from several connections at once while others go about their work. */
export async function runAttacks(asked: AttacksAsked): Promise<readonly AttackFigures[]> {
  const platform = await AttackedPlatform.start(asked.seeded, { GONGKAI_TRUSTED_PROXIES: '127.0.0.1', ...asked.env });
  try {
    await makeAttackedCity(platform.databaseUrl, asked.agencies);
    await platform.startApi();
    const city = await enterCity(platform.address, platform.databaseUrl);
    const others = new Bystanders(platform.address, city);
    await others.goAbout(pause(asked.seconds * 1_000));
    const figures: AttackFigures[] = [];
    for (const attack of asked.attacks) {
      asked.say(`${attack} …`);
      const calm = await others.goAbout(pause((asked.seconds * 1_000) / 2));
      const order = { attack, address: platform.address, city, connections: asked.connections, seconds: asked.seconds };
      figures.push({ calm, ...(await underAttack(platform, others, order)) });
      if (platform.alive) await sleep(Math.min(COOL_MS, asked.seconds * 1_000));
      else await revive(platform, asked.say);
    }
    return figures;
  } finally {
    await platform.stop();
  }
}

async function underAttack(platform: AttackedPlatform, others: Bystanders, order: HostileOrder): Promise<Omit<AttackFigures, 'calm'>> {
  const before = platform.processorSeconds();
  let megabytes = platform.megabytes();
  const watch = setInterval(() => {
    if (platform.alive) megabytes = Math.max(megabytes, platform.megabytes());
  }, LOOK_MS);
  const attempts = attackWith(order);
  const attacked = await others.goAbout(attempts);
  clearInterval(watch);
  const refusedWith = await attempts;
  const processorSeconds = platform.alive ? (platform.processorSeconds() - before) / refusedWith.length : NaN;
  const { attack } = order;
  return {
    attack,
    refusedWith: [...new Set(refusedWith)].sort(),
    attempts: refusedWith.length,
    processorSeconds,
    megabytes,
    attacked,
    died: !platform.alive,
  };
}

/** At the same address, with the same sessions. */
async function revive(platform: AttackedPlatform, say: (line: string) => void): Promise<void> {
  say(platform.lastWords);
  await platform.startApi();
}

const pause = (milliseconds: number): Promise<void> => sleep(milliseconds).then(() => undefined);
