import { sendQuestion, refusalOf } from '../ask';
import type { Attack } from '../attack';

/** A program that shows something that is no token. */
export const noToken: Attack = async (address) => ({
  refusedWith: refusalOf(await sendQuestion(address, { query: '{ me { login } }', as: { authorization: `Bearer ${Math.random()}` } })),
});
