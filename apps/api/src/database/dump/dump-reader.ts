import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { SEAL } from './dump-format';
import { DumpTrouble } from './dump-trouble';

const LINE_FEED = 10;
const LONGEST_LINE = 10_000_000;
const NOTHING = Buffer.alloc(0);

/** Reads lines and blocks of a dump as they come, holding one piece at a time. Whatever is not as it was written is refused as `damaged`. */
export class DumpReader {
  private readonly pieces: AsyncIterator<Buffer>;
  private readonly hash = createHash('sha256');
  private held: Buffer = NOTHING;

  constructor(pieces: AsyncIterable<Buffer>) {
    this.pieces = pieces[Symbol.asyncIterator]();
  }

  /** The next line as what it should say. */
  async say<Said>(what: z.ZodType<Said>): Promise<Said> {
    return understood(await this.line(), what);
  }

  /** The blocks of a table up to the one of length 0. */
  async *blocks(): AsyncGenerator<Buffer> {
    for (let length = await this.length(); length > 0; length = await this.length()) yield* this.take(length);
  }

  /** Demands the seal, and nothing after it. */
  async end(tables: number): Promise<string> {
    const sha256 = this.hash.digest('hex');
    const seal = understood(await this.unhashedLine(), SEAL);
    if (seal.sha256 !== sha256 || seal.tables !== tables) throw damaged('the seal differs from the content');
    if (this.held.length > 0 || (await this.more())) throw damaged('something follows the seal');
    return sha256;
  }

  private async line(): Promise<string> {
    const line = await this.unhashedLine();
    this.hash.update(`${line}\n`);
    return line;
  }

  private async unhashedLine(): Promise<string> {
    let end = this.held.indexOf(LINE_FEED);
    while (end === -1) {
      if (this.held.length > LONGEST_LINE) throw damaged('a line has no end');
      const before = this.held;
      if (!(await this.more())) throw damaged('it ends early');
      this.held = Buffer.concat([before, this.held]);
      end = this.held.indexOf(LINE_FEED, before.length);
    }
    const line = this.held.toString('utf8', 0, end);
    this.held = this.held.subarray(end + 1);
    return line;
  }

  private async length(): Promise<number> {
    const line = await this.line();
    if (!/^\d{1,10}$/.test(line)) throw damaged(`${JSON.stringify(line.slice(0, 40))} is no length of a block`);
    return Number(line);
  }

  private async *take(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0;) {
      if (this.held.length === 0 && !(await this.more())) throw damaged('it ends early');
      const piece = this.held.subarray(0, left);
      this.held = this.held.subarray(piece.length);
      left -= piece.length;
      this.hash.update(piece);
      yield piece;
    }
  }

  /** Replaces what is held by the next piece that holds something; false at the end of the file. */
  private async more(): Promise<boolean> {
    try {
      do {
        const next = await this.pieces.next();
        if (next.done === true) return false;
        this.held = next.value;
      } while (this.held.length === 0);
      return true;
    } catch (cause) {
      throw damaged('it cannot be unpacked', cause);
    }
  }
}

function understood<Said>(line: string, what: z.ZodType<Said>): Said {
  try {
    return what.parse(JSON.parse(line));
  } catch (cause) {
    throw damaged(`a line says ${JSON.stringify(line.slice(0, 80))}`, cause);
  }
}

export function damaged(what: string, cause?: unknown): DumpTrouble {
  const why = cause instanceof Error ? ` (${cause.message.slice(0, 300)})` : '';
  return new DumpTrouble('damaged', `the dump is cut short or was altered: ${what}${why}. Nothing was restored.`, { cause });
}
