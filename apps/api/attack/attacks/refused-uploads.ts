import type { Attack } from '../attack';
import { heardOf } from '../heard-of';

const FILE = new Blob([Buffer.alloc(15_000_000)]);

/** Fifteen megabytes for an act the sender may not do; nothing of them may stay. */
export const refusedUploads: Attack = async (address) => {
  const query = 'mutation ($file: Upload) { importRegister(register: regions, file: $file) { __typename ... on Refusal { code } } }';
  const form = new FormData();
  form.set('operations', JSON.stringify({ query, variables: { file: null } }));
  form.set('map', JSON.stringify({ 0: ['variables.file'] }));
  form.set('0', FILE, 'regions.csv');
  const headers = { 'apollo-require-preflight': '1' };
  return { refusedWith: await heardOf(await fetch(`${address}/graphql`, { method: 'POST', headers, body: form })) };
};
