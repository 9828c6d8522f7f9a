import { Readable } from 'node:stream';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { FORMS } from '@gongkai/catalogue';
import { reportTemplate, writeCsv, type CsvTable } from '@gongkai/exports';
import type { FastifyReply } from 'fastify';
import { REGISTER_COLUMNS, type Register } from './register-rows';

/**
 * A CSV to fill in: for each register the header and one line that shows what goes where, to be overwritten; for each form, named by its first
 * year (`report-2021.csv`), the whole report, which is sent like any other file.
 */
@Controller('templates')
export class TemplatesController {
  @Get(':name')
  async template(@Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const table = registerTemplate(name) ?? formTemplate(name);
    if (table === null) {
      await reply.status(404).send({ code: 'UNKNOWN_TEMPLATE' });
      return;
    }
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(Readable.from(writeCsv(table)));
  }
}

function registerTemplate(name: string): CsvTable | null {
  const register = (Object.keys(REGISTER_COLUMNS) as Register[]).find((one) => `${one}.csv` === name);
  if (register === undefined) return null;
  const columns = REGISTER_COLUMNS[register];
  return { columns: columns.map(({ title }) => ({ title, kind: 'text' })), rows: [columns.map(({ example }) => example)] };
}

function formTemplate(name: string): CsvTable | null {
  const form = FORMS.find(({ years }) => `report-${years.first}.csv` === name);
  return form ? reportTemplate(form) : null;
}
