import { createHash } from 'node:crypto';
import type { TableTally } from './dump-format';

const LINE_FEED = 10;

/** Counts and hashes rows of the COPY text format as they pass; a row is a line, since line feeds inside are written \n. */
export class DumpTally {
  private readonly hash = createHash('sha256');
  private rows = 0;

  constructor(private readonly table: string) {}

  add(piece: Buffer): void {
    this.hash.update(piece);
    for (let at = piece.indexOf(LINE_FEED); at !== -1; at = piece.indexOf(LINE_FEED, at + 1)) this.rows += 1;
  }

  end(): TableTally {
    return { table: this.table, rows: this.rows, sha256: this.hash.digest('hex') };
  }
}
