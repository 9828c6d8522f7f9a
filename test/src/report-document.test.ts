import { FORMS } from '@gongkai/catalogue';
import { reportDocument } from '@gongkai/exports';
import { cellsOfForm, type CellId, type Form } from '@gongkai/model';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { submit } from './support/filing';
import { filledDocument } from './support/filled-document';
import { itWithOffice, keptByOffice } from './support/office';
import { smallCityServer } from './support/small-city-server';
import { asTyped, EMPTY_SECTIONS, readTemplate, registryOf, contentTold, textsFor, type TemplateTexts } from './support/template-texts';
import { PLAIN_NARRATIVE, typedCells } from './support/typed-cells';

const city = smallCityServer(['agency', 'foreign']);
const PARAGRAPHS = PLAIN_NARRATIVE.map(({ section, text }) => ({ section, text: `${text}\n以上情况已经核对。` }));

const inFormOrder = (form: Form, texts: TemplateTexts): TemplateTexts => new Map(cellsOfForm(form).map((id) => [id, texts.get(id)!]));

describe('the Word file that the platform gives', () => {
  const YEAR = 2023;
  const get = (query: string, cookie?: string) =>
    fetch(`${city.server.address}/templates/report.docx?${query}`, { headers: cookie === undefined ? {} : { cookie } });

  it('begins with the agency, the year and what last year carries over, for who may see that', async () => {
    const cells = typedCells({
      ...{ 's3/new_received/natural_person': '3', 's3/new_received/total': '3' },
      ...{ 's3/carried_out/natural_person': '3', 's3/carried_out/total': '3' },
    });
    const filed = { agencyId: city.city.agency, year: YEAR - 1, cells, narrative: PLAIN_NARRATIVE };
    expect(await submit(city.server, city.cookies.agency, filed)).toMatchObject({ __typename: 'Submission' });
    const carried = async (cookie?: string): Promise<readonly string[]> => {
      const answer = await get(`year=${YEAR}&agency=${city.city.agency}`, cookie);
      expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain(`青禾县统计局${YEAR}年度报告.docx`);
      const report = await readTemplate(new Uint8Array(await answer.arrayBuffer()), 'a.docx');
      expect(report).toMatchObject({ agencyName: '青禾县统计局', year: YEAR });
      return report.readings.flatMap(({ cell, raw }) => (raw === '' ? [] : [`${cell} ${raw}`]));
    };
    expect(await carried(city.cookies.agency)).toEqual(expect.arrayContaining(['s3/carried_in/natural_person 3']));
    expect(await carried()).toEqual([]);
    expect(await carried(city.cookies.foreign)).toEqual([]);
  });

  it('is refused for a year no form is for', async () => {
    const answer = await get('year=1998');
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'UNKNOWN_FORM' }]);
  });
});

describe.each(FORMS)('the Word file of $id', (form) => {
  const beginning = { agency: '青禾县统计局', year: form.years.first, carried: new Map<CellId, string>() };

  it('says whose it is, holds every cell, and its hints are no text', async () => {
    const carried = new Map<CellId, string>([['s3/carried_in/natural_person', '3']]);
    const report = await readTemplate(await reportDocument(form, { ...beginning, carried }), 'a.docx');
    const title = `青禾县统计局${form.years.first}年政府信息公开工作年度报告`;
    expect(report).toMatchObject({ title, agencyName: '青禾县统计局', year: form.years.first, doubts: [], residue: [] });
    expect(contentTold(report)).toEqual(contentTold(asTyped(form, carried, EMPTY_SECTIONS)));
  });

  it('is read as the same typed on the screen, whatever stands in its cells', async () => {
    const template = await reportDocument(form, beginning);
    await fc.assert(
      fc.asyncProperty(
        textsFor(registryOf(form)),
        fc.boolean(),
        fc.constantFrom(EMPTY_SECTIONS, PARAGRAPHS),
        async (texts, parted, narrative) => {
          const written = narrative.filter(({ text }) => text !== '');
          const sent = filledDocument(template, { cells: inFormOrder(form, texts), narrative: written, parted });
          expect(contentTold(await readTemplate(sent, 'a.docx'))).toEqual(contentTold(asTyped(form, texts, narrative)));
        },
      ),
      { seed: form.years.first, numRuns: 20 },
    );
  });

  itWithOffice('is read so after an office program kept it', async () => {
    const template = await reportDocument(form, beginning);
    const [texts] = fc.sample(textsFor(registryOf(form)), { seed: form.years.first, numRuns: 1 });
    const sent = await keptByOffice(filledDocument(template, { cells: inFormOrder(form, texts!), narrative: PARAGRAPHS }), 'docx');
    expect(contentTold(await readTemplate(new Uint8Array(sent), 'a.docx'))).toEqual(contentTold(asTyped(form, texts!, PARAGRAPHS)));
  });

  it('has tables within the page, whose heads are printed again on the next one', async () => {
    const body = strFromU8(unzipSync(await reportDocument(form, beginning))['word/document.xml']!);
    const number = (tag: string, name: string) => Number(new RegExp(`<w:${tag} [^>]*w:${name}="(\\d+)"`).exec(body)![1]);
    const room = number('pgSz', 'w') - number('pgMar', 'left') - number('pgMar', 'right');
    const grids = [...body.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gs)].map(([, grid]) =>
      [...grid!.matchAll(/w:w="(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0),
    );
    expect(grids).toHaveLength(3);
    expect(Math.max(...grids)).toBeLessThanOrEqual(room);
    const heads = body
      .split('<w:tbl>')
      .slice(1)
      .map((table) => table.split('<w:tblHeader/>').length - 1);
    expect(heads).toEqual([0, 3, 3]);
  });
});

it('is to be written over where nobody said whose it is', async () => {
  const body = strFromU8(unzipSync(await reportDocument(FORMS[0]!))['word/document.xml']!);
  expect(body).toContain('××××年政府信息公开工作年度报告');
});

it('leaves what was typed beside a hint', async () => {
  const form = FORMS.find(({ id }) => id === 'gb2021_30')!;
  const template = await reportDocument(form, { agency: '青禾县统计局', year: 2021, carried: new Map() });
  const cells = new Map(cellsOfForm(form).map((cell) => [cell, '0'] as const));
  const beside = [{ section: 's5', text: '【在此填写存在的主要问题及改进情况】更新不够及时。' }];
  const report = await readTemplate(filledDocument(template, { cells, narrative: beside }), 'a.docx');
  expect(report.narrative.map(({ text }) => text)).toEqual(['', '更新不够及时。', '']);
});
