import type { Attack } from '../attack';
import { heardOf } from '../heard-of';

const STEPS = 100_000;
const OPERATIONS = JSON.stringify({ query: 'mutation ($file: Upload) { logOut }', variables: { file: null } });

/** A multipart request whose map names a place of a hundred thousand steps. */
export const longUploadMap: Attack = async (address) => {
  const form = new FormData();
  form.set('operations', OPERATIONS);
  form.set('map', JSON.stringify({ file: [`variables${'.a'.repeat(STEPS)}`] }));
  form.set('file', new Blob(['x']), 'x.txt');
  const headers = { 'apollo-require-preflight': '1' };
  return { refusedWith: await heardOf(await fetch(`${address}/graphql`, { method: 'POST', headers, body: form })) };
};
