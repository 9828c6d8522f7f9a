import { constants, setPriority } from 'node:os';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { AttackedCity } from './attacked-city';
import { attackNamed } from './attacks';

export interface HostileOrder {
  readonly attack: string;
  readonly address: string;
  readonly city: AttackedCity;
  readonly connections: number;
  /** How long; 0: each connection attempts once. */
  readonly seconds: number;
}

/**
 * What every attempt was refused with. The built program attacks from a thread of its own that takes what processor the platform and its users leave:
 * attackers sit at machines of their own.
 */
export function attackWith(order: HostileOrder): Promise<readonly string[]> {
  if (__filename.endsWith('.ts')) return attackHere(order);
  return new Promise((done, fail) => {
    const worker = new Worker(__filename, { workerData: order });
    worker.once('message', done);
    worker.once('error', fail);
  });
}

async function attackHere({ attack, address, city, connections, seconds }: HostileOrder): Promise<readonly string[]> {
  const [act, refusedWith, until] = [attackNamed(attack), [] as string[], Date.now() + seconds * 1_000];
  const hostile = Array.from({ length: connections }, async () => {
    do refusedWith.push(await act(address, city).then((outcome) => outcome.refusedWith, reasonOf));
    while (Date.now() < until);
  });
  await Promise.all(hostile);
  return refusedWith;
}

function reasonOf(fault: Error & { readonly cause?: { readonly code?: string } }): string {
  return String(fault.cause?.code ?? fault.message);
}

if (!isMainThread && parentPort !== null) {
  const port = parentPort;
  // On Linux this is the thread's own.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
  void attackHere(workerData as HostileOrder).then((refusedWith) => port.postMessage(refusedWith));
}
