import type { Attack } from '../attack';
import { sendJson } from '../send-operation';

const BODY = JSON.stringify({ query: '{ platform { demo } }', variables: { a: 'x'.repeat(2_000_000) } });

/** Two megabytes of variables, by nobody in particular. */
export const largeJson: Attack = (address) => sendJson(address, BODY);
