import { heardOf } from './heard-of';

/** Sends a document as anybody may, and says what it was refused with. */
export async function sendOperation(address: string, query: string, variables: unknown = {}): Promise<{ readonly refusedWith: string }> {
  return sendJson(address, JSON.stringify({ query, variables }));
}

/** The same for a body of any text. */
export async function sendJson(address: string, body: string): Promise<{ readonly refusedWith: string }> {
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return { refusedWith: await heardOf(response) };
}
