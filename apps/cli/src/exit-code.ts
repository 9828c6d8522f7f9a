import type { FileVerdict } from './check-record';

/** What the program answers with: the worst of all files. */
export const EXIT_CODES: Readonly<Record<FileVerdict, 0 | 1 | 2 | 3>> = {
  clean: 0,
  warnings: 1,
  must_explain: 2,
  cannot_be_filed: 2,
  unreadable: 3,
};

/** sysexits.h, as neither a wrong option nor a fault of ours may look like a verdict. */
export const WRONG_USAGE = 64;
export const UNAVAILABLE = 69;
export const FAULT = 70;
export const CANNOT_WRITE = 73;
/** 128 and the number of SIGPIPE: whoever read the output has enough. */
export const PIPE_CLOSED = 141;
/** 128 and the number of the signal. */
export const INTERRUPTED = 130;
export const TERMINATED = 143;
