import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Workbook } from 'exceljs';
import { eachSource, listSources } from './list-sources';
import { isRefused, type Source } from './source';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongkai-sources-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sources(...names: readonly string[]): Promise<readonly Source[]> {
  const found: Source[] = [];
  for await (const source of eachSource(await listSources(names, Readable.from([])))) found.push(source);
  return found;
}

async function said(source: Source): Promise<string> {
  const loaded = await source.load();
  return isRefused(loaded) ? loaded.code : new TextDecoder().decode(loaded);
}

describe('listSources', () => {
  it('gives files, the files below folders sorted, and what does not exist, in the order they were named', async () => {
    const [some, none] = [path.join(folder, 'some'), path.join(folder, 'none')];
    for (const each of ['some/b', 'none']) mkdirSync(path.join(folder, each), { recursive: true });
    for (const each of ['c.txt', 'b/2.txt', 'b/10.txt', '~$c.txt', '.hidden', 'Thumbs.db']) writeFileSync(path.join(some, each), each);
    const found = await sources(path.join(folder, 'missing.txt'), some, none, path.join(some, '.hidden'));
    expect(found.map(({ name }) => path.relative(folder, name))).toEqual([
      'missing.txt',
      'some/b/10.txt',
      'some/b/2.txt',
      'some/c.txt',
      'none',
      'some/.hidden',
    ]);
    expect(await Promise.all(found.map(said))).toEqual(['NO_SUCH_FILE', 'b/10.txt', 'b/2.txt', 'c.txt', 'EMPTY_FOLDER', '.hidden']);
  });

  it('opens an archive when its turn comes, its files by the name of the archive and their own', async () => {
    const file = path.join(folder, 'archive.zip');
    const workbook = new Workbook();
    workbook.addWorksheet('one');
    // A workbook is a zip of several files, whatever its name.
    await workbook.xlsx.writeFile(file);
    const counted: number[] = [];
    const found: Source[] = [];
    for await (const source of eachSource(await listSources([file], Readable.from([])), (held) => counted.push(held))) found.push(source);
    const names = found.map(({ name }) => name);
    expect(names).toContain(`${file}/xl/workbook.xml`);
    expect(names).toEqual([...names].sort());
    expect(counted).toEqual([found.length]);
    expect(await said(found.find(({ name }) => name.endsWith('/xl/workbook.xml'))!)).toContain('<sheet ');
  });

  it('refuses an archive that does not open, as one file', async () => {
    const file = path.join(folder, 'broken.ZIP');
    writeFileSync(file, 'no archive');
    const [source, ...others] = await sources(file);
    expect(others).toEqual([]);
    expect([source!.name, await said(source!)]).toEqual([file, 'DAMAGED_FILE']);
  });

  it('takes no more of a file than is needed to refuse it', async () => {
    const file = path.join(folder, 'large.bin');
    writeFileSync(file, new Uint8Array(20 * 1024 * 1024));
    const [source] = await sources(file);
    expect(((await source!.load()) as Uint8Array).length).toBe(16 * 1024 * 1024 + 1);
  });

  it('reads standard input', async () => {
    const [source] = await listSources(['-'], Readable.from([Buffer.from('abc'), Buffer.from('def')]));
    expect(await said(source as Source)).toBe('abcdef');
  });
});
