import type { Words } from '@gongkai/model';

const STATUS = { BUSY: 503, READ_ONLY: 503, TOO_LONG: 503, TOO_MANY_REQUESTS: 429 } as const;

/**
 * Too much is asked at the moment: nothing was done of it, and it may be asked again after so many seconds. Thrown, as it can arise anywhere;
 * over HTTP it is a status with `Retry-After`, in GraphQL an error with its code besides.
 */
export class TryLater extends Error {
  readonly extensions;

  constructor(
    readonly code: keyof typeof STATUS,
    readonly words: Words,
    readonly seconds: number,
  ) {
    super(`${words.zh}/ ${words.en}`);
    this.extensions = { code, http: { status: this.status, headers: new Map([['retry-after', String(seconds)]]) } };
  }

  get status(): number {
    return STATUS[this.code];
  }
}
