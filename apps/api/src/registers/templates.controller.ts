import { Readable } from 'node:stream';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { writeCsv } from '@gongkai/exports';
import type { FastifyReply } from 'fastify';
import { REGISTER_COLUMNS, type Register } from './register-rows';

/** A CSV to fill in for each register: the header, and one line that shows what goes where, to be overwritten. */
@Controller('templates')
export class TemplatesController {
  @Get(':name')
  async template(@Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const register = (Object.keys(REGISTER_COLUMNS) as Register[]).find((one) => `${one}.csv` === name);
    if (register === undefined) {
      await reply.status(404).send({ code: 'UNKNOWN_TEMPLATE' });
      return;
    }
    const columns = REGISTER_COLUMNS[register];
    const table = {
      columns: columns.map(({ title }) => ({ title, kind: 'text' as const })),
      rows: [columns.map(({ example }) => example)],
    };
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${register}.csv"`)
      .send(Readable.from(writeCsv(table)));
  }
}
