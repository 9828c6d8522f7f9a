import type { Attack } from '../attack';
import { sendOperation } from '../send-operation';

const AGAIN = Array.from({ length: 12 }, (_, at) => `s${at}: __schema { types { fields { type { fields { args { type { name } } } } } } }`);

/** Types of fields of types, a dozen times in one request. */
export const introspectionAgain: Attack = (address) => sendOperation(address, `{ ${AGAIN.join(' ')} }`);
