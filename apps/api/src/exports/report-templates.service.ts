import { Injectable } from '@nestjs/common';
import { CELLS, FORMS, cellOf, formInForce } from '@gongkai/catalogue';
import { reportDocument, reportWorkbook, type ReportBeginning } from '@gongkai/exports';
import { type Form, printFigure } from '@gongkai/model';
import { carryOver } from '@gongkai/rules';
import { z } from 'zod';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { OrganisationsStore } from '../organisations/organisations.store';
import { reportOfEdition } from '../reports/edition-content';
import { EditionsStore } from '../reports/editions.store';
import { type Refusal, REFUSALS, refuse } from '../requests/refusal';
import { wordsOfQuery } from './words-of-query';

const asked = z.strictObject({
  year: z.coerce.number().int(),
  agency: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});

export type TemplateFormat = 'docx' | 'xlsx';

export interface TemplateFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The form of a year to fill in, as a Word file or a workbook. */
@Injectable()
export class ReportTemplatesService {
  constructor(private readonly database: Database) {}

  /** With the agency's name and what last year's report carries over, as far as the caller may see that. Refused: a year no form is for. */
  async template(
    caller: Caller,
    { query, format }: { readonly query: Record<string, unknown>; readonly format: TemplateFormat },
  ): Promise<TemplateFile | Refusal> {
    const { said, wrong } = wordsOfQuery(query);
    const parsed = asked.safeParse(said);
    if (!parsed.success || wrong.length > 0)
      return refuse('BAD_REQUEST', {
        zh: '参数有误：应为 year（年份）和 agency（单位编号）。',
        en: 'Wrong parameters: year and agency, an id, are asked for.',
      });
    const { year, agency = null } = parsed.data;
    const form = formInForce(year);
    if (form === undefined) return refuse('UNKNOWN_FORM', { zh: `${year} 年没有法定格式。`, en: `No form was in force for ${year}.` });
    const beginning = await this.beginningOf(caller, { form, year, agency });
    if (beginning === null) return REFUSALS.unknownAgency();
    const content = format === 'docx' ? await reportDocument(form, beginning) : await reportWorkbook(form, CELLS, beginning);
    return { name: `${beginning.agency ?? ''}${year}年度报告.${format}`, content };
  }

  private async beginningOf(
    caller: Caller,
    { form, year, agency }: { readonly form: Form; readonly year: number; readonly agency: string | null },
  ): Promise<ReportBeginning | null> {
    if (agency === null) return { agency: null, year, carried: new Map() };
    return this.database.read(
      caller,
      { organisations: OrganisationsStore, editions: EditionsStore },
      async ({ organisations, editions }) => {
        const [known] = await organisations.agencies([agency]);
        if (known === undefined) return null;
        const lastYear = await editions.standing(agency, year - 1);
        const figures = lastYear === null ? [] : carryOver(form, reportOfEdition(lastYear, year - 1), FORMS);
        const carried = new Map(figures.map(({ cell, amount }) => [cell, printFigure(amount, cellOf(cell).unit)]));
        return { agency: known.name, year, carried };
      },
    );
  }
}
