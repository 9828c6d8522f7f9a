import { type FileHandle, open } from 'node:fs/promises';
import type { Anchor } from './anchors';

/** Where anchors are written down, outside of the database. */
export interface AnchorPlace {
  readonly name: string;
  keep(anchor: Anchor): Promise<void>;
}

const ANSWERED_WITHIN_MS = 10_000;
const LINE_FEED = 10;

/** Appends to a file, a line each, on disk when it returns; a line whose end was never written is left behind as it is. */
export function anchorFile(file: string): AnchorPlace {
  return {
    name: file,
    keep: async (anchor) => {
      const handle = await open(file, 'a+', 0o600);
      try {
        const begun = (await endsOpen(handle)) ? '\n' : '';
        await handle.appendFile(`${begun}${JSON.stringify(anchor)}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}

async function endsOpen(handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return false;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== LINE_FEED;
}

/** Posts as JSON; whoever answers has it. */
export function anchorWebhook(url: string): AnchorPlace {
  return {
    name: new URL(url).host,
    keep: async (anchor) => {
      const body = JSON.stringify(anchor);
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(url, {
        method: 'POST',
        headers,
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`it answers ${answer.status}`);
    },
  };
}
