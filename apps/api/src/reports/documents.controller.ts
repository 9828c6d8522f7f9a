import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Words } from '@gongkai/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountsService } from '../accounts/accounts.service';
import { credentialsOf } from '../accounts/credentials';
import { ActsService } from '../audit/acts.service';
import { isId } from '../requests/is-id';
import { Budgets } from '../budgets/budgets';
import { DOWNLOAD_UNITS, ORIGINAL_UNITS } from '../budgets/weights';
import type { Caller } from '../database/caller';
import { hangUpOf } from '../requests/hang-up';
import { isRefusal, REFUSALS } from '../requests/refusal';
import { REFUSED_REQUESTS } from '../requests/refused-request';
import { EditionsService, type NoFile, type OriginalFile } from './editions.service';

interface Refused {
  readonly code: string;
  readonly message: Words;
}

const NO_FILE: Readonly<Record<NoFile, Refused>> = {
  unknown: REFUSALS.unknownEdition(),
  typed: {
    code: 'NO_ORIGINAL',
    message: { zh: '这一版是在线填报的，没有原件。', en: 'This edition was typed in: it has no original file.' },
  },
};
/** Who looks at it cannot save it otherwise. */
const NOT_SHOWN: Refused = {
  code: 'NEEDS_CONVERSION',
  message: {
    zh: '原件的格式只有办公软件能打开，这里不能显示，请下载后查看。',
    en: 'Only an office program opens the original, so it cannot be shown here: download it to look at it.',
  },
};

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly editionId: string;
  readonly units: number;
}

/** The original file of an edition, as a download: what agencies send is never shown as a page of ours. Or what reading saw of it, as JSON. */
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly editions: EditionsService,
    private readonly accounts: AccountsService,
    private readonly acts: ActsService,
    private readonly budgets: Budgets,
  ) {}

  @Get(':editionId')
  async original(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('editionId') editionId: string): Promise<void> {
    const found = await this.fileFor({ request, reply, editionId, units: DOWNLOAD_UNITS });
    if (found === null) return;
    const { file } = found;
    await reply
      .header('content-type', file.mediaType)
      .header('content-security-policy', 'sandbox')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.content);
  }

  /** `Original` of the model; refused with the code that reading it would have. */
  @Get(':editionId/seen')
  async seen(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('editionId') editionId: string): Promise<void> {
    const found = await this.fileFor({ request, reply, editionId, units: ORIGINAL_UNITS });
    if (found === null) return;
    const original = await this.editions.seeOriginal(found.caller, found.file, hangUpOf(reply));
    void reply.header('cache-control', 'no-store');
    if (!isRefusal(original)) return void (await reply.send(original));
    const { code, message } = original.code === 'NEEDS_CONVERSION' ? NOT_SHOWN : original;
    await reply.status(code === 'BUSY' ? 503 : 422).send({ code, message });
  }

  /** The file for who may have it, noted as read; null where the answer is given already. */
  private async fileFor({ request, reply, editionId, units }: Asked): Promise<{ caller: Caller; file: OriginalFile } | null> {
    const caller = await this.accounts.callerOf(credentialsOf(request));
    if (caller === null) {
      const { code, words } = REFUSED_REQUESTS.unauthenticated();
      await reply.status(401).send({ code, message: words });
      return null;
    }
    await this.budgets.spend(caller, units);
    const file = await this.editions.originalFile(caller, editionId);
    const subject = isId(editionId) ? `editions:${editionId}` : null;
    if (typeof file === 'string') {
      const { code, message } = NO_FILE[file];
      await this.acts.refused(caller, { act: 'documents', subject, code });
      await reply.status(404).send({ code, message });
      return null;
    }
    await this.acts.read(caller, [{ action: 'documents.read', subject, after: { sha256: file.sha256 } }]);
    return { caller, file };
  }
}
