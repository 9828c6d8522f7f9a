import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type OriginalAsked, OriginalDesk } from '../reports/original-desk';
import { isId } from '../requests/is-id';
import { REFUSALS } from '../requests/refusal';
import { DraftsService } from './drafts.service';

/** Which file of which draft; its address names its bytes, so that another file is at another one. */
interface DraftFileNamed {
  readonly agencyId: string;
  readonly year: string;
  readonly sha256: string;
}

/** The file that a draft was read from, to those who write the draft. */
@Controller('documents/drafts/:agencyId/:year/:sha256')
export class DraftOriginalsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly desk: OriginalDesk,
  ) {}

  @Get()
  original(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() named: DraftFileNamed): Promise<void> {
    return this.desk.give({ request, reply, ...this.fileOf(named) });
  }

  @Get('seen')
  seen(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param() named: DraftFileNamed): Promise<void> {
    return this.desk.show({ request, reply, ...this.fileOf(named) });
  }

  private fileOf({ agencyId, year, sha256 }: DraftFileNamed): Pick<OriginalAsked, 'subject' | 'find'> {
    if (!isId(agencyId) || !/^\d{4}$/.test(year)) return { subject: null, find: () => Promise.resolve(REFUSALS.unknownDraft()) };
    const owed = { agencyId, year: Number(year) };
    return {
      subject: `drafts:${agencyId}`,
      find: async (caller) => (await this.drafts.originalFile(caller, owed, sha256)) ?? REFUSALS.unknownDraft(),
    };
  }
}
