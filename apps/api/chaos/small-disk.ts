import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const MEGABYTES = 96;
const BLOCK = Buffer.alloc(64 * 1024);

/** A folder that can be filled to its last byte without hurting anybody else's: a small file system of its own, where one may be mounted. */
export class SmallDisk {
  private constructor(
    readonly folder: string,
    /** False where this machine lets nobody mount one: then the folder is an ordinary one and is never full. */
    readonly isMounted: boolean,
  ) {}

  static make(folder: string): SmallDisk {
    mkdirSync(folder);
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', folder]);
    return new SmallDisk(folder, status === 0);
  }

  /** Until not a byte more goes in. Freed again by `free`. */
  fill(): void {
    if (!this.isMounted) return;
    const ballast = openSync(this.ballast, 'w');
    try {
      for (;;) writeSync(ballast, BLOCK);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'ENOSPC') throw fault;
    } finally {
      closeSync(ballast);
    }
  }

  free(): void {
    rmSync(this.ballast, { force: true });
  }

  remove(): void {
    if (this.isMounted) spawnSync('umount', ['--lazy', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}
