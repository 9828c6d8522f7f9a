import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import { type Caller, SYSTEM } from '../database/caller';
import { Database } from '../database/database';
import { Patience, slownessIn } from '../requests/patience';
import { type Refusal, refuse } from '../requests/refusal';
import { type AccountRow, AccountsStore, type CredentialRow } from './accounts.store';
import { addressKey } from '../requests/address-key';
import { type LoginAttempt, AttemptsStore } from '../audit/attempts.store';
import { type Device, knows } from './device-cookie';
import { LONGEST_PASSWORD } from './passwords';

/** Of a login name; whoever has a longer one has none. */
export const LONGEST_LOGIN = 100;

/** Refusals written down one by one in an hour: of one name from one address, from one address, in all. */
const NOTED = { pair: 5, address: 50, all: 1_000 };

/** Who tries a password, and how. */
export interface TriedLogin {
  readonly login: string;
  readonly password: string;
  readonly address: string;
  /** Null where a session shows already who it is, as when the password is changed. */
  readonly device: Device | null;
}

/**
 * Whether a password is right, slowed after failures: by the name, whether anybody has it or not, and by the address. A device the account logged in
 * with before is counted by itself, so that no stranger locks anybody out. An unknown name takes as long as a wrong password and is told the same.
 */
@Injectable()
export class PasswordCheck {
  private readonly patience: Patience;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.patience = new Patience(slownessIn(config));
  }

  async check(tried: TriedLogin): Promise<AccountRow | Refusal> {
    const { login, password, address } = tried;
    const known = isPlain(login)
      ? await this.database.read(SYSTEM, { accounts: AccountsStore }, ({ accounts }) => accounts.credentials(login))
      : null;
    const { attempted, from } = this.attemptedBy(tried, known);
    const wait = await this.database.write(SYSTEM, { attempts: AttemptsStore }, ({ attempts }) => attempts.take(attempted, from));
    if (wait > 0) {
      await this.patience.refuse(`${attempted.kind} ${attempted.key}`);
      return this.refused(tried, known, tooManyAttempts(wait));
    }
    const matches = await verify(known === null ? await this.decoy() : known.passwordHash, password.slice(0, LONGEST_PASSWORD + 1));
    const right = known !== null && !known.disabled && matches && password.length <= LONGEST_PASSWORD;
    if (right) {
      await this.database.write(SYSTEM, { attempts: AttemptsStore }, ({ attempts }) => attempts.forgive(attempted));
      return known;
    }
    await this.database.write(SYSTEM, { attempts: AttemptsStore }, ({ attempts }) => attempts.failFrom(addressKey(address)));
    return this.refused(tried, known, refuse('WRONG_CREDENTIALS', { zh: '账号或密码不正确。', en: 'Login name or password is wrong.' }));
  }

  /** A device that was here before is held to its own failures alone. */
  private attemptedBy(
    { login, address, device }: TriedLogin,
    known: CredentialRow | null,
  ): { readonly attempted: LoginAttempt; readonly from: string } {
    if (device === null && known !== null) return { attempted: { kind: 'account', key: known.id }, from: '' };
    if (device !== null && known !== null && knows(device, known.id, this.config.secret))
      return { attempted: { kind: 'device', key: `${device.id} ${known.id}` }, from: '' };
    const key = createHmac('sha256', this.config.secret)
      .update(`name ${login.slice(0, LONGEST_LOGIN).toLowerCase()}`)
      .digest('hex');
    return { attempted: { kind: 'name', key }, from: addressKey(address) };
  }

  /** Written down under the name that was typed, as far as one can be so long. */
  private async refused({ login, address }: TriedLogin, known: CredentialRow | null, refusal: Refusal): Promise<Refusal> {
    const name = printable(login);
    const from = addressKey(address);
    const caller: Caller = { kind: 'anonymous', address };
    await this.database.write(caller, { attempts: AttemptsStore }, ({ attempts }) =>
      attempts.note({
        action: 'log_in.refused',
        subject: known === null ? null : `accounts:${known.id}`,
        after: { login: name, code: refusal.code },
        within: [
          [`log_in ${from} ${name.toLowerCase()}`, NOTED.pair],
          [`log_in ${from}`, NOTED.address],
          ['log_in', NOTED.all],
        ],
      }),
    );
    return refusal;
  }

  private decoyHash: Promise<string> | undefined;
  private decoy(): Promise<string> {
    this.decoyHash ??= hash(randomBytes(16).toString('hex'));
    return this.decoyHash;
  }
}

function isPlain(login: string): boolean {
  return login.length <= LONGEST_LOGIN && login === printable(login);
}

/** Without what no text column holds and no reader sees. */
function printable(text: string): string {
  return text.slice(0, LONGEST_LOGIN).replace(/\p{C}/gu, '');
}

function tooManyAttempts(seconds: number): Refusal {
  return refuse('TOO_MANY_ATTEMPTS', {
    zh: `尝试次数过多，请 ${seconds} 秒后再试。`,
    en: `Too many failed attempts; try again in ${seconds} seconds.`,
  });
}
