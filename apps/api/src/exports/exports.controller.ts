import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { credentialsOf } from '../accounts/credentials';
import { AccountsService } from '../accounts/accounts.service';
import { isRefusal } from '../requests/refusal';
import { ExportsService } from './exports.service';

/** The same series as the GraphQL query, as CSV. Open to everyone for published figures. */
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly exportsService: ExportsService,
    private readonly accounts: AccountsService,
  ) {}

  @Get('series.csv')
  async series(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    const caller = await this.accounts.callerOf(credentialsOf(request));
    if (caller === null) return void (await reply.status(401).send({ code: 'UNAUTHENTICATED' }));
    const file = await this.exportsService.seriesFile(caller, query);
    if (isRefusal(file)) {
      await reply.status(file.code === 'NOT_ALLOWED' ? 403 : 400).send({ code: file.code, message: file.message });
      return;
    }
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(Readable.from(file.text));
  }
}
