import { Injectable } from '@nestjs/common';
import { addressKey } from '../requests/address-key';
import { AttemptsStore, type CountedAct } from './attempts.store';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';

/** What somebody was refused. */
export interface RefusedAct {
  /** As the contract or the path names it, e.g. acceptReport. */
  readonly act: string;
  readonly subject: string | null;
  readonly code: string;
}

/** What somebody read that is not everybody's, or a file that was taken away. */
export interface ReadAct {
  readonly action: 'editions.read' | 'documents.read' | 'audit.read';
  readonly subject: string | null;
  readonly after: Readonly<Record<string, unknown>>;
}

/** How many an hour are written down one by one: of the very same, of one account or address, of all. */
type Rate = readonly [same: number, whose: number, all: number];

const REFUSED: Rate = [20, 300, 10_000];
const REFUSED_TO_STRANGERS: Rate = [3, 30, 500];
const READ: Rate = [1, 2_000, 10_000];
const READ_BY_STRANGERS: Rate = [1, 50, 1_000];

/** Acts that change no register and are written down all the same: what was refused, and what was read. What comes again is counted. */
@Injectable()
export class ActsService {
  constructor(private readonly database: Database) {}

  refused(caller: Caller, { act, subject, code }: RefusedAct): Promise<void> {
    const rate = caller.kind === 'account' ? REFUSED : REFUSED_TO_STRANGERS;
    const counted = { action: `refused.${act}`, subject, after: { code } };
    return this.note(caller, [counted], rate);
  }

  read(caller: Caller, acts: readonly ReadAct[]): Promise<void> {
    return this.note(caller, acts, caller.kind === 'account' ? READ : READ_BY_STRANGERS);
  }

  private async note(caller: Caller, acts: readonly Omit<CountedAct, 'within'>[], [same, whose, all]: Rate): Promise<void> {
    const who = caller.kind === 'account' ? `account ${caller.accountId}` : `address ${addressKey(caller.address ?? '')}`;
    await this.database.write(caller, { attempts: AttemptsStore }, async ({ attempts }) => {
      for (const act of acts) {
        const kind = act.action.startsWith('refused.') ? 'refused' : 'read';
        const within = [
          [short(`${who} ${act.action} ${act.subject ?? ''} ${JSON.stringify(act.after)}`), same],
          [`${who} ${kind}`, whose],
          [`${kind} by ${caller.kind}`, all],
        ] as const;
        await attempts.note({ ...act, within });
      }
    });
  }
}

/** A key of the counts. */
function short(text: string): string {
  return text.slice(0, 300);
}
