import { sendQuestion, refusalOf } from '../ask';
import type { Attack } from '../attack';

const LOG_IN =
  'mutation ($login: String!, $password: String!) { logIn(login: $login, password: $password) { __typename ... on Refusal { code } } }';

/** Password after password for one name, each said to come from elsewhere. */
export const guessingPasswords: Attack = async (address) => {
  const [third, fourth] = [1, 2].map(() => Math.floor(Math.random() * 250));
  const as = { 'x-forwarded-for': `198.51.${third}.${fourth}` };
  const variables = { login: 'a-name-to-guess', password: `guess ${Math.random()}` };
  return { refusedWith: refusalOf(await sendQuestion(address, { query: LOG_IN, variables, as })) };
};
