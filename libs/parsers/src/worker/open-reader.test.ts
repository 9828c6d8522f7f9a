import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { deflateSync } from 'node:zlib';
import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { zipSync } from 'fflate';
import { parseReport, type ReportFile } from '../parse-report';
import { officeConverter, type Convert } from './office-converter';
import { openReader, type Reader, type ReaderLimits } from './open-reader';

const built = existsSync(join(__dirname, '../../dist/worker/thread.js'));
const KNOWLEDGE = { forms: FORMS, cells: CELLS, declared: DECLARED };
const fileOf = (text: string): ReportFile => ({ bytes: new TextEncoder().encode(text), fileName: 'report.html' });
const REPORT = fileOf('一、总体情况\n全年公开政府信息3件。\n五、存在的主要问题及改进情况\n无\n六、其他需要报告的事项\n无\n');
const SLOW = fileOf(`<table>${`<tr>${'<td>1</td>'.repeat(10)}</tr>`.repeat(120_000)}</table>`);

// The thread runs the built reader; where nothing was built yet there is nothing to test.
(built ? describe : describe.skip)('openReader', () => {
  let reader: Reader | undefined;
  const open = (limits: Partial<ReaderLimits>, convert?: Convert): Reader => {
    reader = openReader(KNOWLEDGE, { seconds: 20, megabytes: 256, threads: 1, ...limits }, convert);
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

  it('reads what an office program makes of a file only that can open, and says so where there is none', async () => {
    const file = { bytes: new Uint8Array(readFileSync(join(__dirname, '../formats/fixtures/nested-tables.doc'))), fileName: 'a.doc' };
    const refused = { ok: false, refusal: { code: 'NEEDS_CONVERSION' } };
    expect(await open({}).read(file)).toMatchObject(refused);
    expect(await open({}, officeConverter({ command: 'no-such-office-program' })).read(file)).toMatchObject(refused);
    if (spawnSync('soffice', ['--version']).status !== 0) return;
    expect(await open({}, officeConverter()).read(file)).toMatchObject({ ok: true, format: 'doc', report: { declared: [{ amount: 3n }] } });
  }, 60_000);

  it('gives up after its time and reads the next file', async () => {
    const { read } = open({ seconds: 0.4, megabytes: 512 });
    expect(await read(SLOW)).toMatchObject({ ok: false, refusal: { code: 'PARSE_TIMEOUT' } });
    const { read: readOn } = open({});
    expect(await readOn(REPORT)).toMatchObject({ ok: true });
  });

  it('counts processor time: a file that waits for a busy machine is read', async () => {
    const busy = Array.from({ length: 2 * availableParallelism() }, () => new Worker('for (;;);', { eval: true }));
    try {
      expect(await open({ seconds: 4 }).read(REPORT)).toMatchObject({ ok: true });
    } finally {
      await Promise.all(busy.map((worker) => worker.terminate()));
    }
  }, 60_000);

  it('ends what nobody waits for any more, and reads the next file', async () => {
    const { read } = open({ seconds: 60, megabytes: 512 });
    const hangUp = new AbortController();
    const [running, waiting] = [read(SLOW, { signal: hangUp.signal }), read(SLOW, { signal: hangUp.signal })];
    setTimeout(() => hangUp.abort(new Error('hung up')), 300);
    await expect(running).rejects.toThrow('hung up');
    await expect(waiting).rejects.toThrow('hung up');
    expect(await read(REPORT)).toMatchObject({ ok: true });
  });

  it('turns away what finds no place in line', async () => {
    const { read } = open({ waiting: 2 });
    const outcomes = await Promise.all(['a', 'a', 'a', 'b', 'c'].map((from) => read(REPORT, { from })));
    expect(outcomes.map((outcome) => outcome.ok || outcome.refusal.code)).toEqual([true, true, 'BUSY', true, 'BUSY']);
  });

  it('opens archives', async () => {
    const archive = zipSync({ 'a.html': REPORT.bytes });
    expect(await open({}).unpack(archive)).toMatchObject({ ok: true, files: [{ ok: true, name: 'a.html' }] });
  });

  it('gives up beyond its memory and reads the next file', async () => {
    const { read } = open({ seconds: 60, megabytes: 20 });
    expect(await read(SLOW)).toMatchObject({ ok: false, refusal: { code: 'PARSE_MEMORY' } });
    expect(await read(REPORT)).toMatchObject({ ok: true });
  });

  it('gives up a PDF that inflates to far more than its memory, while that of the process stays in bounds', async () => {
    const { read } = open({ seconds: 60, megabytes: 64 });
    await read(REPORT);
    const file = bomb(400);
    const before = process.memoryUsage.rss();
    let most = before;
    const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
    const outcome = await read(file);
    clearInterval(timer);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'PARSE_MEMORY' } });
    expect((most - before) / 1024 / 1024).toBeLessThan(350);
    expect(await read(REPORT)).toMatchObject({ ok: true });
  }, 60_000);
});

/** A PDF of a few kilobytes whose only page inflates, twice, to so many megabytes of blanks. */
function bomb(megabytes: number): ReportFile {
  const stream = deflateSync(deflateSync(Buffer.alloc(megabytes * 1024 * 1024, ' ')));
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    `<</Filter[/FlateDecode/FlateDecode]/Length ${stream.length}>>stream\n${stream.toString('latin1')}\nendstream`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const xref = text.length;
  text += `xref\n0 5\n0000000000 65535 f \n${offsets.join('')}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF`;
  return { bytes: new Uint8Array(Buffer.from(text, 'latin1')), fileName: 'bomb.pdf' };
}
