import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountsService } from '../accounts/accounts.service';
import { credentialsOf } from '../accounts/credentials';
import { ActsService } from '../audit/acts.service';
import { isId } from '../requests/is-id';
import { Budgets } from '../budgets/budgets';
import { DOWNLOAD_UNITS } from '../budgets/weights';
import { EditionsService } from './editions.service';

/** The original file of an edition, as a download: what agencies send is never shown as a page of ours. */
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
    const caller = await this.accounts.callerOf(credentialsOf(request));
    if (caller === null) return void (await reply.status(401).send({ code: 'UNAUTHENTICATED' }));
    await this.budgets.spend(caller, DOWNLOAD_UNITS);
    const file = await this.editions.originalFile(caller, editionId);
    const subject = isId(editionId) ? `editions:${editionId}` : null;
    if (file === null) {
      await this.acts.refused(caller, { act: 'documents', subject, code: 'UNKNOWN_EDITION' });
      await reply.status(404).send({ code: 'UNKNOWN_EDITION' });
      return;
    }
    await this.acts.read(caller, [{ action: 'documents.read', subject, after: { sha256: file.sha256 } }]);
    await reply
      .header('content-type', file.mediaType)
      .header('content-security-policy', 'sandbox')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.content);
  }
}
