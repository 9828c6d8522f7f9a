import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { parseReport, type ReportFile } from '../parse-report';
import { openReader, type Reader, type ReaderLimits } from './open-reader';

const built = existsSync(join(__dirname, '../../dist/worker/thread.js'));
const KNOWLEDGE = { forms: FORMS, cells: CELLS, declared: DECLARED };
const fileOf = (text: string): ReportFile => ({ bytes: new TextEncoder().encode(text), fileName: 'report.html' });
const REPORT = fileOf('一、总体情况\n全年公开政府信息3件。\n五、存在的主要问题及改进情况\n无\n六、其他需要报告的事项\n无\n');
const SLOW = fileOf(`<table>${`<tr>${'<td>1</td>'.repeat(10)}</tr>`.repeat(120_000)}</table>`);

// The thread runs the built reader; where nothing was built yet there is nothing to test.
(built ? describe : describe.skip)('openReader', () => {
  let reader: Reader | undefined;
  const open = (limits: Partial<ReaderLimits>): Reader => {
    reader = openReader(KNOWLEDGE, { seconds: 20, megabytes: 256, threads: 1, ...limits });
    return reader;
  };
  afterEach(async () => reader?.close());

  it('answers as parseReport does, one file after the other', async () => {
    const { read } = open({});
    const [first, second] = await Promise.all([read(REPORT), read(REPORT)]);
    expect(first).toEqual(await parseReport({ ...REPORT, ...KNOWLEDGE }));
    expect(first).toMatchObject({ ok: true, report: { declared: [{ amount: 3n }] } });
    expect(second).toEqual(first);
  });

  it('gives up after its time and reads the next file', async () => {
    const { read } = open({ seconds: 0.4, megabytes: 512 });
    expect(await read(SLOW)).toMatchObject({ ok: false, refusal: { code: 'PARSE_TIMEOUT' } });
    const { read: readOn } = open({});
    expect(await readOn(REPORT)).toMatchObject({ ok: true });
  });

  it('gives up beyond its memory and reads the next file', async () => {
    const { read } = open({ seconds: 60, megabytes: 20 });
    expect(await read(SLOW)).toMatchObject({ ok: false, refusal: { code: 'PARSE_MEMORY' } });
    expect(await read(REPORT)).toMatchObject({ ok: true });
  });
});
