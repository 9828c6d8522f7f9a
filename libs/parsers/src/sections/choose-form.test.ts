import { CELLS, FORMS, formOf } from '@gongkai/catalogue';
import type { Cell, CellId, Form, Line, TableSection } from '@gongkai/model';
import { findSections } from '../narrative/find-sections';
import { readText } from '../formats/text-format';
import { readTables } from './read-tables';

const COLUMNS = [
  'natural_person',
  'commercial_enterprise',
  'research_institution',
  'public_interest_org',
  'legal_service_org',
  'other_org',
];
const row = (code: string, zh: string): Line => ({
  ...formOf('gb2021_30').grids.find(({ section }) => section === 's3')!.rows[2]!,
  code,
  label: { zh, en: code },
  group: 'other',
});

/** The form of 2021 with one row more in section three and one column more in section four; section two as it was. */
const LATER: Form = {
  ...formOf('gb2021_30'),
  id: 'gb2027_1' as Form['id'],
  years: { first: 2027, last: null },
  grids: formOf('gb2021_30').grids.map((grid) => {
    if (grid.section === 's3')
      return { ...grid, rows: [...grid.rows.slice(0, 23), row('other_moved', '4.转送其他机关'), ...grid.rows.slice(23)] };
    if (grid.section === 's4')
      return { ...grid, columns: [...grid.columns.slice(0, 3), row('settled', '达成和解'), ...grid.columns.slice(3)] };
    return grid;
  }),
};
const ENDED: Form = { ...formOf('gb2021_30'), years: { first: 2021, last: 2026 } };
const THREE = [formOf('gb2019_60'), ENDED, LATER];
const cell = (id: string, section: TableSection): Cell => ({ ...CELLS[10]!, id: id as CellId, section, position: 1000 });
const REGISTRY = [
  ...CELLS,
  ...[...COLUMNS, 'total'].map((column) => cell(`s3/other_moved/${column}`, 's3')),
  ...['review', 'litigation_direct', 'litigation_post_review'].map((one) => cell(`s4/${one}/settled`, 's4')),
];

/** Sections as tables of tabs, section four turned so that its rows are lines; `without` leaves rows out. */
function printed(form: Form, sections: readonly TableSection[], without: readonly string[] = []): string {
  return form.grids
    .filter(({ section }) => sections.includes(section))
    .flatMap(({ rows, columns }) => [
      ['信息内容', ...columns.map(({ label }) => label.zh)],
      ...rows.filter(({ code }) => !without.includes(code)).map(({ label }) => [label.zh, ...columns.map(() => '0')]),
      [''],
    ])
    .map((cells) => cells.join('\t'))
    .join('\n');
}

const read = (text: string, year: number | null, forms: readonly Form[] = THREE) => {
  const { chosen } = readTables(findSections(readText(text), forms), forms, REGISTRY, year);
  return Object.entries(chosen).map(([section, { claims, doubts }]) => `${section} ${claims?.form.id ?? doubts[0]?.code}`);
};
const ALL = ['s2', 's3', 's4'] as const;

describe('the form of a section', () => {
  it.each(THREE.map((form) => [form.id, form] as const))('is the one printed whole, though another contains it: %s', (id, form) => {
    expect(read(printed(form, ALL), form.years.first)).toEqual([`s2 ${id}`, `s3 ${id}`, `s4 ${id}`]);
  });

  it('is told by its layout, whatever the year, where layouts differ', () => {
    expect(read(printed(ENDED, ['s3', 's4']), 2027)).toEqual(['s2 section_missing', 's3 gb2021_30', 's4 gb2021_30']);
    expect(read(printed(LATER, ['s3', 's4']), 2023)).toEqual(['s2 section_missing', 's3 gb2027_1', 's4 gb2027_1']);
  });

  it.each([
    [2019, 'gb2019_60'],
    [2024, 'gb2021_30'],
    [2030, 'gb2021_30'],
    [2016, 'gb2019_60'],
  ] as const)('is that of the year %i, or the last one begun by then, where layouts are the same', (year, id) => {
    expect(read(printed(ENDED, ['s4']), year)[2]).toBe(`s4 ${id}`);
  });

  it('is the latest of those alike where no year is told, and the one of the other sections where these tell', () => {
    expect(read(printed(ENDED, ['s2']), null)[0]).toBe('s2 gb2027_1');
    expect(read(printed(ENDED, ['s2', 's3']), null)).toEqual(['s2 gb2021_30', 's3 gb2021_30', 's4 section_missing']);
  });

  it('is that of the year too where the rows that would tell are not printed; without a year nobody can say', () => {
    const alike = printed(LATER, ['s3'], ['other_correction_lapsed', 'other_fee_lapsed', 'other_misc', 'other_moved', 'granted']);
    expect(read(alike, 2027)[1]).toBe('s3 gb2027_1');
    expect(read(alike, 2023)[1]).toBe('s3 gb2021_30');
    expect(read(alike, null)[1]).toBe('s3 form_unrecognised');
  });

  it('is not guessed from the year where a row that tells has lost its cells, or the headings are gone', () => {
    const told = printed(FORMS[0]!, ['s3'], ['granted']).replace(/（六）其他处理.*/, '（六）其他处理\t0\t0\t0');
    expect(read(told, 2023)[1]).toBe('s3 gb2019_60');
    const headless = printed(FORMS[0]!, ['s3'], ['granted', 'other_processing']).replace(/^信息内容.*/m, '申请人情况');
    expect(read(headless, 2023)[1]).not.toBe('s3 gb2021_30');
  });

  it('is the one whose words are printed, not one that has fewer cells besides and only resembles them', () => {
    const first = printed(formOf('gb2019_60'), ['s2']).split('\n').slice(0, 3).join('\n');
    for (const year of [2019, 2023, null]) expect(read(first, year)[0]).toBe('s2 gb2019_60');
  });

  it('reads what two forms know as it did before there was a third', () => {
    expect(read(printed(ENDED, ALL), 2023, FORMS)).toEqual(['s2 gb2021_30', 's3 gb2021_30', 's4 gb2021_30']);
  });
});
