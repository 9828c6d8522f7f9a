import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { credentialsOf } from '../accounts/credentials';
import { AccountsService } from '../accounts/accounts.service';
import { ActsService } from '../audit/acts.service';
import { Budgets } from '../budgets/budgets';
import { EXPORT_UNITS } from '../budgets/weights';
import { hangUpOf } from '../requests/hang-up';
import { isRefusal } from '../requests/refusal';
import { ExportsService, type SeriesFormat } from './exports.service';

const TYPES: Readonly<Record<SeriesFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The same series as the GraphQL query, as CSV and as a workbook. Open to everyone for published figures. */
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly exportsService: ExportsService,
    private readonly accounts: AccountsService,
    private readonly acts: ActsService,
    private readonly budgets: Budgets,
  ) {}

  @Get('series.csv')
  csv(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    return this.send('csv', query, { request, reply });
  }

  @Get('series.xlsx')
  xlsx(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    return this.send('xlsx', query, { request, reply });
  }

  private async send(
    format: SeriesFormat,
    query: Record<string, unknown>,
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  ): Promise<void> {
    const caller = await this.accounts.callerOf(credentialsOf(request));
    if (caller === null) return void (await reply.status(401).send({ code: 'UNAUTHENTICATED' }));
    await this.budgets.spend(caller, EXPORT_UNITS);
    const file = await this.exportsService.seriesFile(caller, query, format, hangUpOf(reply));
    if (isRefusal(file)) {
      await this.acts.refused(caller, { act: `exports.series.${format}`, subject: null, code: file.code });
      await reply.status(file.code === 'NOT_ALLOWED' ? 403 : 400).send({ code: file.code, message: file.message });
      return;
    }
    await reply
      .header('content-type', TYPES[format])
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.content instanceof Uint8Array ? Buffer.from(file.content) : Readable.from(file.content));
  }
}
