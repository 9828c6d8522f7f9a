import type { FileRefusal } from '../check-record';

/** One thing to be checked: its name as it is printed, and how to get its bytes when its turn comes. */
export interface Source {
  readonly name: string;
  readonly load: () => Promise<Uint8Array | FileRefusal>;
}

/** A file that holds files: opened when its turn comes. */
export interface FileContainer {
  readonly name: string;
  readonly open: () => Promise<readonly Source[]>;
}

export function isRefused(loaded: Uint8Array | FileRefusal): loaded is FileRefusal {
  return !(loaded instanceof Uint8Array);
}
