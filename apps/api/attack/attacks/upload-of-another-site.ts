import type { Attack } from '../attack';
import { heardOf } from '../heard-of';

/** An upload that a page of another site could make a browser send: megabytes, without the header such a page cannot set. */
export const uploadOfAnotherSite: Attack = async (address) => {
  const form = new FormData();
  form.set('operations', JSON.stringify({ query: 'mutation { logOut }', variables: { file: null } }));
  form.set('map', JSON.stringify({ file: ['variables.file'] }));
  form.set('file', new Blob([Buffer.alloc(4_000_000)]), 'x.txt');
  return { refusedWith: await heardOf(await fetch(`${address}/graphql`, { method: 'POST', body: form })) };
};
