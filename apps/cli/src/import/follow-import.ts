import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { FollowDocument, ProgressDocument, type FollowSubscription, type JobFragment } from '../generated/graphql';
import { askPlatform, type Platform, PlatformTrouble } from './platform';

/** Where nothing can be told, it is asked every so many milliseconds. */
const ASKED_EVERY = 1000;

/** The import whenever it got further, to its end: told by the platform, or asked for where a socket does not come through. */
export async function* followImport(platform: Platform, id: string): AsyncGenerator<JobFragment, void, undefined> {
  const client = createClient({
    url: `${platform.address.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${platform.token}` },
    retryAttempts: 0,
  });
  try {
    yield* told(client, id);
  } finally {
    await client.dispose();
  }
  yield* asked(platform, id);
}

/** Ends where the socket does; the rest is asked for. */
async function* told(client: Client, id: string): AsyncGenerator<JobFragment, void, undefined> {
  const progress = client.iterate<FollowSubscription>({ query: FollowDocument.toString(), variables: { id } });
  for (;;) {
    const next = await progress.next().catch(() => null);
    const job = next?.value?.data?.importProgress;
    if (job == null) return;
    yield job;
  }
}

async function* asked(platform: Platform, id: string): AsyncGenerator<JobFragment, void, undefined> {
  for (;;) {
    const { importJob } = await askPlatform(platform, ProgressDocument, { id });
    if (importJob === null) throw new PlatformTrouble(`${id}?`);
    yield importJob;
    if (importJob.state === 'ended') return;
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY));
  }
}
