import { Injectable } from '@nestjs/common';
import type { Words } from '@gongkai/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountsService } from '../accounts/accounts.service';
import { credentialsOf } from '../accounts/credentials';
import { ActsService } from '../audit/acts.service';
import { Budgets } from '../budgets/budgets';
import { DOWNLOAD_UNITS, ORIGINAL_UNITS } from '../budgets/weights';
import type { Caller } from '../database/caller';
import { Receiving } from '../receiving/receiving';
import { hangUpOf } from '../requests/hang-up';
import { isRefusal } from '../requests/refusal';
import { REFUSED_REQUESTS } from '../requests/refused-request';

export interface OriginalFile {
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Why a file is not given, or not shown. */
export interface NotGiven {
  readonly code: string;
  readonly message: Words;
}

/** Who looks at it cannot save it otherwise. */
const NOT_SHOWN: NotGiven = {
  code: 'NEEDS_CONVERSION',
  message: {
    zh: '原件的格式只有办公软件能打开，这里不能显示，请下载后查看。',
    en: 'Only an office program opens the original, so it cannot be shown here: download it to look at it.',
  },
};

export interface OriginalAsked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** What the trail names; null where it is nothing that could be named. */
  readonly subject: string | null;
  /** The file, as far as the caller may have it. */
  readonly find: (caller: Caller) => Promise<OriginalFile | NotGiven>;
}

/** Gives original files to who may have them: as a download, since what agencies send is never shown as a page of ours, or what reading saw of them, as JSON. */
@Injectable()
export class OriginalDesk {
  constructor(
    private readonly receiving: Receiving,
    private readonly accounts: AccountsService,
    private readonly acts: ActsService,
    private readonly budgets: Budgets,
  ) {}

  async give(asked: OriginalAsked): Promise<void> {
    const found = await this.fileFor(asked, DOWNLOAD_UNITS);
    if (found === null) return;
    const { file } = found;
    await asked.reply
      .header('content-type', file.mediaType)
      .header('content-security-policy', 'sandbox')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.content);
  }

  /** `Original` of the model; refused with the code that reading it would have. Ends where nobody waits for it any more. */
  async show(asked: OriginalAsked): Promise<void> {
    const found = await this.fileFor(asked, ORIGINAL_UNITS);
    if (found === null) return;
    const { reply } = asked;
    const { caller, file } = found;
    const original = await this.receiving.see({ name: file.name, content: file.content }, { caller, signal: hangUpOf(reply) });
    void reply.header('cache-control', 'no-store');
    if (!isRefusal(original)) return void (await reply.send(original));
    const { code, message } = original.code === 'NEEDS_CONVERSION' ? NOT_SHOWN : original;
    await reply.status(code === 'BUSY' ? 503 : 422).send({ code, message });
  }

  /** The file for who may have it, noted as read; null where the answer is given already. */
  private async fileFor(
    { request, reply, subject, find }: OriginalAsked,
    units: number,
  ): Promise<{ readonly caller: Caller; readonly file: OriginalFile } | null> {
    const caller = await this.accounts.callerOf(credentialsOf(request));
    if (caller === null) {
      const { code, words } = REFUSED_REQUESTS.unauthenticated();
      await reply.status(401).send({ code, message: words });
      return null;
    }
    await this.budgets.spend(caller, units);
    const file = await find(caller);
    if ('code' in file) {
      const { code, message } = file;
      await this.acts.refused(caller, { act: 'documents', subject, code });
      await reply.status(404).send({ code, message });
      return null;
    }
    await this.acts.read(caller, [{ action: 'documents.read', subject, after: { sha256: file.sha256 } }]);
    return { caller, file };
  }
}
