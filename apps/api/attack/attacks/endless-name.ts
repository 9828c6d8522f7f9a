import { sendQuestion, refusalOf } from '../ask';
import type { Attack } from '../attack';

const LOG_IN =
  'mutation ($login: String!, $password: String!) { logIn(login: $login, password: $password) { __typename ... on Refusal { code } } }';
const ENDLESS = 'n'.repeat(1_000_000);

/** A log-in whose name is a million characters long, for a trail that nothing may delete. */
export const endlessName: Attack = async (address) => ({
  refusedWith: refusalOf(await sendQuestion(address, { query: LOG_IN, variables: { login: ENDLESS, password: 'x' } })),
});
