import type { Attack } from '../attack';
import { sendJson } from '../send-operation';

const BATCH = JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: '{ platform { demo } }' })));

/** A thousand operations in one request. */
export const batchOfOperations: Attack = (address) => sendJson(address, BATCH);
