import type { Refusal } from '../requests/refusal';
import { refuse } from '../requests/refusal';

/** The injection token. */
export const SCANNER = Symbol('scanner');

/** What looks for viruses in everything that is uploaded. Another scanner than clamd is another one of these. */
export interface Scanner {
  /** False where none is configured: files then pass as they are, and the platform says so. */
  readonly scans: boolean;
  /** Gives the bytes on as they come, and throws at their end unless they are clean: whoever took them all throws them away then. */
  screen(content: AsyncIterable<Buffer>): AsyncIterable<Buffer>;
  /** Whether it would scan now. */
  answers(): Promise<boolean>;
}

/** Why a file is not taken: something was found in it, or nobody could look. */
export class Unclean extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message.en);
  }

  static found(name: string): Unclean {
    return new Unclean(
      refuse('INFECTED_FILE', {
        zh: `病毒扫描发现“${name}”，文件没有保存。`,
        en: `The virus scanner found “${name}”; the file is not kept.`,
      }),
    );
  }

  static unscanned(why: string): Unclean {
    return new Unclean(
      refuse('SCANNER_DOWN', {
        zh: `病毒扫描没有完成（${why}），请稍后再传；未经扫描的文件不予接收。`,
        en: `The virus scan was not completed (${why}); try again later. Nothing is taken unscanned.`,
      }),
    );
  }
}

/** Where no scanner is configured. */
export const NO_SCANNER: Scanner = {
  scans: false,
  screen: (content) => content,
  answers: () => Promise.resolve(true),
};
