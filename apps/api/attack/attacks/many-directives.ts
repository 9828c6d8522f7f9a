import type { Attack } from '../attack';
import { sendOperation } from '../send-operation';

const DOCUMENT = `{ platform ${'@include(if: true)'.repeat(33_000)} { demo } }`;

/** Six hundred kilobytes of directives on one field. */
export const manyDirectives: Attack = (address) => sendOperation(address, DOCUMENT);
