import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { placeKey, type Original, type Place, type Reading } from '@gongkai/model';
import { officeConverter } from './office-converter';
import { openReader, type Reader } from './open-reader';

const built = existsSync(join(__dirname, '../../dist/worker/thread.js'));
const KNOWLEDGE = { forms: FORMS, cells: CELLS, declared: DECLARED };
const FOLDER = join(__dirname, '../../../../test/reports');
const files = ['accepted', 'returned'].flatMap((verdict) =>
  readdirSync(join(FOLDER, verdict))
    .filter((name) => !name.endsWith('.json'))
    .map((name) => join(verdict, name)),
);

(built ? describe : describe.skip)('the original of a report', () => {
  let reader: Reader;
  beforeAll(() => {
    reader = openReader(KNOWLEDGE, { seconds: 20, megabytes: 512, threads: 1 }, officeConverter());
  });
  afterAll(() => reader.close());

  it.each(files.filter((name) => !/\.(pdf|wps)$/.test(name)))('%s holds every figure at its place, once', async (name) => {
    const { readings, original } = await both(name);
    expect(original).toMatchObject({ left: 0, pages: [] });
    const texts = textsByPlace(original);
    const placed = readings.filter((reading) => reading.place !== null);
    expect(placed.length).toBeGreaterThan(100);
    const lost = placed.filter(({ place, raw }) => {
      const there = texts.get(placeKey(place as Place) ?? '') ?? [];
      return there.length !== 1 || !there[0]?.includes(raw);
    });
    expect(lost.map(({ cell, raw, place }) => [cell, raw, place, texts.get(placeKey(place as Place) ?? '')])).toEqual([]);
  });

  it.each(files.filter((name) => name.endsWith('.pdf')))('%s has every figure in a box of a page', async (name) => {
    const { readings, original } = await both(name);
    expect(original).toMatchObject({ format: 'pdf', blocks: [], left: 0 });
    const placed = readings.flatMap(({ cell, place }) => (place === null ? [] : [{ cell, ...place }]));
    expect(placed.length).toBeGreaterThan(100);
    const outside = placed.filter(({ box, page }) => {
      const own = original.pages.find(({ number }) => number === page);
      return !box || !own || box.left < 0 || box.top < 0 || box.left + box.width > own.width || box.top + box.height > own.height;
    });
    expect(outside).toEqual([]);
  });

  it('gives as much as fits, whole blocks, and says how many are left', async () => {
    const row = `<tr>${'<td>1</td>'.repeat(20)}</tr>`;
    const page = `<table>${row.repeat(300)}</table><p>between</p><table>${row.repeat(300)}</table><p>behind</p>`;
    const outcome = await reader.see({ bytes: new TextEncoder().encode(page), fileName: 'a.html' });
    expect(outcome).toMatchObject({ ok: true, original: { left: 2, blocks: [{ kind: 'table' }, { kind: 'text', text: 'between' }] } });
  });

  it.each([
    ['EMPTY_FILE', ''],
    ['DAMAGED_FILE', '%PDF-1.7\n1 0 obj'],
    ['NEEDS_CONVERSION', '{\\rtf1 one page}'],
  ])('refuses as reading does: %s', async (code, content) => {
    const plain = openReader(KNOWLEDGE, { seconds: 20, megabytes: 256, threads: 1 });
    const outcome = await plain.see({ bytes: new TextEncoder().encode(content), fileName: 'a' });
    await plain.close();
    expect(outcome).toMatchObject({ ok: false, refusal: { code } });
  });

  async function both(name: string): Promise<{ readonly readings: readonly Reading[]; readonly original: Original }> {
    const file = { bytes: new Uint8Array(readFileSync(join(FOLDER, name))), fileName: name };
    const [read, seen] = [await reader.read(file), await reader.see(file)];
    if (!read.ok || !seen.ok) throw new Error(`${name} is not read`);
    return { readings: read.report.readings, original: seen.original };
  }
});

function textsByPlace({ blocks }: Original): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  const put = ({ text, place }: { readonly text: string; readonly place: Place }): void => {
    const key = placeKey(place);
    if (key !== null) texts.set(key, [...(texts.get(key) ?? []), text]);
  };
  for (const block of blocks) {
    if (block.kind === 'table') block.rows.flat().forEach(put);
    else if (block.kind === 'text') put(block);
  }
  return texts;
}
