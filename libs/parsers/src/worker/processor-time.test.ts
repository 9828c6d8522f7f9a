import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { processorSeconds } from './processor-time';

const SAYS_ITS_ID = `
  const { readlinkSync } = require('node:fs');
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage(process.platform === 'linux' ? readlinkSync('/proc/thread-self').split('/').at(-1) : null);
  parentPort.on('message', () => undefined);`;

it('counts the processor time of a thread, and has none to tell of one that has ended', async () => {
  const worker = new Worker(SAYS_ITS_ID, { eval: true });
  const [id] = (await once(worker, 'message')) as [string | null];
  expect(processorSeconds(worker, id)).toBeGreaterThanOrEqual(0);
  await worker.terminate();
  if (id !== null) expect(processorSeconds(worker, id)).toBeNull();
});
