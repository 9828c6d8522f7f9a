/** A request that failed and should not have: no refusal, nothing the reader did. */
export class Fault extends Error {
  constructor(
    /** `offline`: no answer at all; `server`: a fault of the platform, logged under its id. */
    readonly kind: 'offline' | 'server',
    /** The id in the platform's log, where it gave one. */
    readonly id: string | null,
    message: string,
  ) {
    super(message);
    this.name = 'Fault';
  }
}
