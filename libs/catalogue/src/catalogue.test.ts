import { createHash } from 'node:crypto';
import { cellsOf } from '@gongkai/model';
import type { Form, TableSection } from '@gongkai/model';
import { CELLS, DEADLINES, DECLARED, FORMS, GLOSSARY, INDICATORS, cellOf, findCell, formInForce, formOf, indicatorOf } from '.';

/** The published part of the registry. Append to it only: after a release, add a new line here and leave this one standing. */
const PUBLISHED = [{ cells: 226, sha256: '7233a8af8540ad9b412685783177b3e59696d73c2104650aa6bf33541f64f4c4' }];

/** The published part of the indicators, whose positions are for ever, too. */
const PUBLISHED_INDICATORS = [{ indicators: 46, sha256: '35bee48d6dbcea7ef956ef0a319dfacd57efc8374047f025112945d5ae866649' }];

const countOf = (form: Form, section: TableSection): number =>
  form.grids.filter((grid) => grid.section === section).reduce((sum, grid) => sum + cellsOf(grid).length, 0);

describe('the registry', () => {
  it.each(PUBLISHED)('keeps its first $cells positions for ever', ({ cells, sha256 }) => {
    const lines = CELLS.slice(0, cells).map(
      ({ position, id, unit, additivity, signed }) => `${position} ${id} ${unit} ${additivity} ${signed}\n`,
    );
    expect(createHash('sha256').update(lines.join('')).digest('hex')).toBe(sha256);
  });

  it('numbers the cells from 1 without a gap and names none twice', () => {
    expect(CELLS.map((cell) => cell.position)).toEqual(CELLS.map((_, index) => index + 1));
    expect(new Set(CELLS.map((cell) => cell.id)).size).toBe(CELLS.length);
  });

  it('says what is a stock and what may be negative', () => {
    expect(cellOf('s3/carried_out/total').additivity).toBe('stock');
    expect(cellOf('s4/review/pending').additivity).toBe('stock');
    expect(cellOf('s4/review/upheld').additivity).toBe('flow');
    expect(cellOf('s2/normative_documents/published_total').additivity).toBe('stock');
    expect(CELLS.filter((cell) => cell.signed).map((cell) => cell.id.split('/')[2])).toEqual(Array(5).fill('items_delta'));
    expect(cellOf('s2/administrative_fees/amount_10k_cny').unit).toBe('cny_10k');
  });

  it('refuses a cell it does not have', () => {
    expect(findCell('s3/nothing/total')).toBeUndefined();
    expect(() => cellOf('s3/nothing/total')).toThrow('no cell s3/nothing/total');
  });
});

describe('the forms', () => {
  it.each([
    ['gb2021_30', 10, 175],
    ['gb2019_60', 22, 161],
  ] as const)('%s has %i, %i and 15 cells, all in the registry', (id, two, three) => {
    const form = formOf(id);
    expect([countOf(form, 's2'), countOf(form, 's3'), countOf(form, 's4')]).toEqual([two, three, 15]);
    for (const cell of form.grids.flatMap(cellsOf)) expect(findCell(cell)).toBeDefined();
  });

  it('have the result rows and the six sections of the law', () => {
    const rows = (id: Form['id']) => formOf(id).grids.find((grid) => grid.id === 'requests')?.rows ?? [];
    expect(rows('gb2021_30').filter((row) => row.group !== null)).toHaveLength(21);
    expect(rows('gb2019_60').filter((row) => row.group !== null)).toHaveLength(19);
    for (const form of FORMS)
      expect(form.sections.map((section) => section.title.zh.slice(0, 2)).join('')).toBe('一、二、三、四、五、六、');
  });

  it('give every line its words in both languages', () => {
    for (const line of FORMS.flatMap((form) => form.grids).flatMap((grid) => [...grid.rows, ...grid.columns])) {
      expect(line.label.zh).toMatch(/\p{Script=Han}/u);
      expect(line.label.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
    }
  });

  it('share what means the same: all of section four and section three but for other processing', () => {
    const [old, now] = [formOf('gb2019_60'), formOf('gb2021_30')].map((form) => new Set(form.grids.flatMap(cellsOf)));
    const shared = [...(old ?? [])].filter((cell) => now?.has(cell));
    expect(shared.filter((cell) => cell.startsWith('s4/'))).toHaveLength(15);
    expect(shared.filter((cell) => cell.startsWith('s3/'))).toHaveLength(22 * 7);
    expect(shared.filter((cell) => cell.startsWith('s2/')).map((cell) => cell.split('/')[2])).toEqual(Array(3).fill('decision_count'));
  });

  it('are each in force in their years', () => {
    expect([2018, 2019, 2020, 2021, 2030].map((year) => formInForce(year)?.id)).toEqual([
      undefined,
      'gb2019_60',
      'gb2019_60',
      'gb2021_30',
      'gb2021_30',
    ]);
  });
});

describe('the indicators', () => {
  it.each(PUBLISHED_INDICATORS)('keep their first $indicators positions for ever', ({ indicators, sha256 }) => {
    const lines = INDICATORS.slice(0, indicators).map(({ position, code, section, unit }) => `${position} ${code} ${section} ${unit}\n`);
    expect(createHash('sha256').update(lines.join('')).digest('hex')).toBe(sha256);
    expect(INDICATORS.map(({ position }) => position)).toEqual(INDICATORS.map((_, index) => index + 1));
  });

  it('may divide what one section counts by what another does', () => {
    const { section, terms, comparability } = indicatorOf('reviews_per_request');
    expect(section).toBe('s4');
    for (const { id } of FORMS) expect(terms[id]).toEqual({ of: ['s4/review/total'], over: ['s3/new_received/total'] });
    expect(comparability.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
  });

  it('add up cells that each of their forms has', () => {
    for (const indicator of INDICATORS)
      for (const form of FORMS) {
        const cells: ReadonlySet<string> = new Set(form.grids.flatMap(cellsOf));
        const terms = indicator.terms[form.id];
        for (const cell of [...(terms?.of ?? []), ...(terms?.over ?? [])]) expect(cells).toContain(cell);
      }
  });

  it('say for every pair of forms whether they compare, with a reason unless they do', () => {
    for (const { comparability } of INDICATORS) {
      expect(comparability.map((line) => `${line.from} ${line.to}`).sort()).toEqual(['gb2019_60 gb2021_30', 'gb2021_30 gb2019_60']);
      for (const line of comparability) expect(line.verdict === 'same' || line.reason !== null).toBe(true);
    }
  });

  it('compare as the law changed', () => {
    const verdict = (code: string) => indicatorOf(code).comparability[0]?.verdict;
    expect(
      ['new_received', 'other', 'review_total', 'normative_issued', 'decisions_penalty', 'normative_in_force', 'fees'].map(verdict),
    ).toEqual(['same', 'same', 'same', 'note', 'note', 'none', 'none']);
  });

  it('write groups out: other processing is three rows now and was one', () => {
    expect(indicatorOf('other').terms.gb2021_30?.of).toHaveLength(3);
    expect(indicatorOf('other').terms.gb2019_60?.of).toEqual(['s3/other_processing/total']);
    expect(indicatorOf('denied').terms.gb2019_60?.of).toHaveLength(8);
    expect(indicatorOf('litigation_loss_rate').terms.gb2021_30?.over).toHaveLength(6);
    expect(() => indicatorOf('happiness')).toThrow('no indicator happiness');
  });
});

it('knows declared figures, the glossary and five deadlines', () => {
  expect(DECLARED[0]).toMatchObject({ code: 'published_items', unit: { zh: '件' }, selfDeclared: true, cells: [] });
  expect(DECLARED.find((figure) => figure.code === 'suits')).toMatchObject({ rule: 'NV-S4', selfDeclared: false });
  expect(GLOSSARY.length).toBeGreaterThan(40);
  expect(DEADLINES).toHaveLength(5);
});
