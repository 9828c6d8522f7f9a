import type { Readable } from 'node:stream';
import type { WriteStream } from 'node:tty';

/** What the program was given by whoever started it. */
export interface Terminal {
  readonly input: Readable;
  readonly output: WriteStream;
  readonly errors: WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}
