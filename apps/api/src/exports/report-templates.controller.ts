import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountsService } from '../accounts/accounts.service';
import { credentialsOf } from '../accounts/credentials';
import { Budgets } from '../budgets/budgets';
import { EXPORT_UNITS } from '../budgets/weights';
import { isRefusal } from '../requests/refusal';
import { REFUSED_REQUESTS } from '../requests/refused-request';
import { ReportTemplatesService, type TemplateFormat } from './report-templates.service';

const TYPES: Readonly<Record<TemplateFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly query: Record<string, unknown>;
  readonly format: TemplateFormat;
}

/** `/templates/report.docx?year=2025&agency=7`, and `report.xlsx`: the form of a year to fill in and send back, begun for an agency. Open to everyone. */
@Controller('templates')
export class ReportTemplatesController {
  constructor(
    private readonly templates: ReportTemplatesService,
    private readonly accounts: AccountsService,
    private readonly budgets: Budgets,
  ) {}

  @Get('report.docx')
  async document(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    await this.send({ request, reply, query, format: 'docx' });
  }

  @Get('report.xlsx')
  async workbook(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    await this.send({ request, reply, query, format: 'xlsx' });
  }

  private async send({ request, reply, query, format }: Asked): Promise<void> {
    const caller = await this.accounts.callerOf(credentialsOf(request));
    if (caller === null) {
      const { code, words } = REFUSED_REQUESTS.unauthenticated();
      return void (await reply.status(401).send({ code, message: words }));
    }
    await this.budgets.spend(caller, EXPORT_UNITS);
    const file = await this.templates.template(caller, { query, format });
    if (isRefusal(file)) {
      await reply.status(file.code === 'UNKNOWN_AGENCY' ? 404 : 400).send({ code: file.code, message: file.message });
      return;
    }
    await reply
      .header('content-type', TYPES[format])
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(Buffer.from(file.content));
  }
}
