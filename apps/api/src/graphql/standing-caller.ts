import { GraphQLError } from 'graphql';
import type { AccountCaller, Caller } from '../database/caller';

const ASKED_EVERY_MS = 2_000;
/** As graphql-ws closes who may not be there. */
const FORBIDDEN = 4403;
const NOBODY = new GraphQLError('登录已失效。/ The session or token has ended.', { extensions: { code: 'UNAUTHENTICATED' } });

interface Closable {
  close(code: number, reason: string): void;
}

/** Who a socket stands for, asked again at every subscription, at every event and in between: whose access ended, or is another now, is told nothing more. */
export class StandingCaller {
  private readonly watch: NodeJS.Timeout;

  private constructor(
    private caller: AccountCaller,
    private readonly ask: () => Promise<Caller | null>,
    private readonly socket: Closable,
  ) {
    this.watch = setInterval(() => void this.endWhereOver(), ASKED_EVERY_MS);
  }

  /** Null where no account stands behind it. */
  static async of(ask: () => Promise<Caller | null>, socket: Closable): Promise<StandingCaller | null> {
    const caller = await ask();
    return caller?.kind === 'account' ? new StandingCaller(caller, ask, socket) : null;
  }

  get now(): AccountCaller {
    return this.caller;
  }

  /** What refuses a subscription or an event; null while the caller stands. The socket is closed then. */
  async refusal(): Promise<readonly GraphQLError[] | null> {
    const caller = await this.ask();
    if (caller?.kind === 'account' && isSame(caller, this.caller)) {
      this.caller = caller;
      return null;
    }
    this.socket.close(FORBIDDEN, 'Forbidden');
    return [NOBODY];
  }

  leave(): void {
    clearInterval(this.watch);
  }

  /** Asked in vain, as while the database is away, it is asked again. */
  private async endWhereOver(): Promise<void> {
    await this.refusal().catch(() => null);
  }
}

function isSame(one: AccountCaller, other: AccountCaller): boolean {
  return one.accountId === other.accountId && one.role === other.role && one.agencyId === other.agencyId && one.regionId === other.regionId;
}
