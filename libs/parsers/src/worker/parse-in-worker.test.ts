import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { parseReport, type ParseInput } from '../parse-report';
import { parseInWorker } from './parse-in-worker';

const built = existsSync(join(__dirname, '../../dist/worker/thread.js'));
const inputOf = (text: string): ParseInput => ({
  bytes: new TextEncoder().encode(text),
  fileName: 'report.html',
  forms: FORMS,
  cells: CELLS,
  declared: DECLARED,
});
const REPORT = '一、总体情况\n全年公开政府信息3件。\n五、存在的主要问题及改进情况\n无\n六、其他需要报告的事项\n无\n';
const SLOW = `<table>${`<tr>${'<td>1</td>'.repeat(10)}</tr>`.repeat(120_000)}</table>`;

// The thread runs the built reader; where nothing was built yet there is nothing to test.
(built ? describe : describe.skip)('parseInWorker', () => {
  it('answers as parseReport does', async () => {
    const input = inputOf(REPORT);
    const outcome = await parseInWorker(input, { seconds: 20, megabytes: 256 });
    expect(outcome).toEqual(parseReport(input));
    expect(outcome).toMatchObject({ ok: true, report: { declared: [{ amount: 3n }] } });
  });

  it('gives up after its time', async () => {
    const outcome = await parseInWorker(inputOf(SLOW), { seconds: 0.05, megabytes: 512 });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'PARSE_TIMEOUT' } });
  });

  it('gives up beyond its memory', async () => {
    const outcome = await parseInWorker(inputOf(SLOW), { seconds: 60, megabytes: 20 });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'PARSE_MEMORY' } });
  });
});
