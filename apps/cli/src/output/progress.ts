import { clearLine, cursorTo } from 'node:readline';
import type { WriteStream } from 'node:tty';
import { SingleBar } from 'cli-progress';

export interface Progress {
  /** Before something else is written to the terminal. */
  readonly hide: () => void;
  readonly step: () => void;
  /** Where there turned out to be more to do. */
  readonly expectMore: (more: number) => void;
  readonly stop: () => void;
}

/** Fewer files are done before a bar is read. */
const FEWEST = 4;
const SILENT: Progress = { hide: () => undefined, step: () => undefined, expectMore: () => undefined, stop: () => undefined };

/** A bar on a terminal when there is a good deal to do; nothing otherwise. */
export function startProgress(total: number, screen: WriteStream): Progress {
  if (!screen.isTTY || total < FEWEST) return SILENT;
  const bar = new SingleBar({
    stream: screen,
    format: '{bar} {value}/{total}',
    barsize: 30,
    hideCursor: false,
    linewrap: true,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  // However the program ends, no half bar stays behind.
  process.once('exit', () => bar.stop());
  return {
    hide: () => {
      cursorTo(screen, 0);
      clearLine(screen, 0);
    },
    step: () => bar.increment(),
    expectMore: (more) => bar.setTotal(bar.getTotal() + more),
    stop: () => bar.stop(),
  };
}
