import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ChainHead } from './record.store';

const ANCHOR = z.object({
  anchor: z.literal('gongkai'),
  sequence: z.string().regex(/^\d{1,18}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A head of the chain, written down outside at a moment, by which whoever keeps it can tell a chain that was cut or rewritten. */
export interface Anchor extends ChainHead {
  readonly anchor: 'gongkai';
  readonly at: string;
}

export function anchorOf({ sequence, sha256 }: ChainHead, at: Date): Anchor {
  return { anchor: 'gongkai', sequence, sha256, at: at.toISOString() };
}

/** The anchors of a file, one a line. A line that is none is as good as lost and is refused, but for the last where its end was never written. */
export async function readAnchors(file: string): Promise<readonly ChainHead[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const unfinished = lines.pop();
  const anchors = lines.flatMap((line, at) => (line.trim() === '' ? [] : [anchorIn(line, at + 1)]));
  const last = unfinished === undefined || unfinished.trim() === '' ? null : tryAnchor(unfinished);
  return last === null ? anchors : [...anchors, last];
}

function anchorIn(line: string, number: number): ChainHead {
  const anchor = tryAnchor(line);
  if (anchor !== null) return anchor;
  throw Object.assign(new Error(`第 ${number} 行不是锚点。/ Line ${number} is no anchor.`), { name: 'Trouble' });
}

function tryAnchor(line: string): ChainHead | null {
  try {
    return ANCHOR.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
