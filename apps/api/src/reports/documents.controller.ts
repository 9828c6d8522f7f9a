import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../requests/is-id';
import { EditionsService } from './editions.service';
import { type OriginalAsked, OriginalDesk } from './original-desk';

/** The original file of an edition. */
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly editions: EditionsService,
    private readonly desk: OriginalDesk,
  ) {}

  @Get(':editionId')
  original(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('editionId') editionId: string): Promise<void> {
    return this.desk.give({ request, reply, ...this.fileOf(editionId) });
  }

  @Get(':editionId/seen')
  seen(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('editionId') editionId: string): Promise<void> {
    return this.desk.show({ request, reply, ...this.fileOf(editionId) });
  }

  private fileOf(editionId: string): Pick<OriginalAsked, 'subject' | 'find'> {
    const subject = isId(editionId) ? `editions:${editionId}` : null;
    return { subject, find: (caller) => this.editions.originalFile(caller, editionId) };
  }
}
