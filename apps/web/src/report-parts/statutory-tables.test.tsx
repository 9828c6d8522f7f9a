import { FORMS } from '@gongkai/catalogue';
import { cellsOf, type Form } from '@gongkai/model';
import { OfficialTables, type TableWords } from '@gongkai/ui';
import { renderToStaticMarkup } from 'react-dom/server';
import en from '../i18n/en.json';
import zh from '../i18n/zh.json';
import { formsOf } from './forms-of';

function words({ tables, cellStates, severities }: typeof zh): TableWords {
  return { ...tables, note: (note) => note, captions: { s2: '', s3: '', s4: '' }, states: cellStates, severities };
}

function markup(form: Form, language: 'zh' | 'en' = 'zh'): string {
  const forms = { s2: form, s3: form, s4: form };
  return renderToStaticMarkup(
    <OfficialTables forms={forms} cells={[]} findings={[]} language={language} words={words(language === 'zh' ? zh : en)} />,
  );
}

describe('the statutory tables of the catalogue', () => {
  it.each([
    ['gb2021_30', 200],
    ['gb2019_60', 198],
  ])('%s holds its %i cells, each exactly once', (id, count) => {
    const form = FORMS.find((one) => one.id === id)!;
    const drawn = [...markup(form).matchAll(/data-cell="([^"]+)"/g)].map(([, cell]) => cell);
    expect(drawn).toHaveLength(count);
    expect(new Set(drawn)).toEqual(new Set(form.grids.flatMap(cellsOf)));
  });

  it('merges the labels of section three as printed', () => {
    const html = markup(FORMS.find(({ id }) => id === 'gb2021_30')!);
    expect(html).toMatch(/rowSpan="22" colSpan="1"[^>]*>三、本年度办理结果</);
    expect(html).toMatch(/rowSpan="8" colSpan="1"[^>]*>（三）不予公开</);
    expect(html).toMatch(/colSpan="5" rowSpan="1">法人或其他组织</);
    expect(html).toMatch(/colSpan="10" rowSpan="1">行政诉讼</);
  });

  it('has an English word for every heading over labels', () => {
    const heads = FORMS.flatMap(({ grids }) =>
      grids.flatMap(({ heading, rows, columns }) => [
        ...(heading === null ? [] : [heading]),
        ...[...rows, ...columns].flatMap(({ under }) => under),
      ]),
    );
    expect(Object.keys(en.tables.headings).sort()).toEqual([...new Set(heads)].sort());
    expect(markup(FORMS[0]!, 'en').replace(/title="[^"]*"/g, '')).not.toMatch(/[一-鿿]/);
  });
});

describe('formsOf', () => {
  it('keeps the form of each section and draws section four all the same', () => {
    const mixed = formsOf({ s2: 'gb2021_30', s3: 'gb2019_60' }, 2023);
    expect([mixed.s2?.id, mixed.s3?.id, mixed.s4?.id]).toEqual(['gb2021_30', 'gb2019_60', 'gb2019_60']);
    expect(formsOf({ s2: null, s3: null }, 2020)).toMatchObject({ s2: null, s3: null, s4: { id: 'gb2019_60' } });
  });
});
