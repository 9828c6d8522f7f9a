import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { CellId, Report } from '@gongkai/model';
import { parseFile } from './expected-cells';
import { checkText, writeReports } from './support/browser-rules';

jest.setTimeout(120_000);

const ROOT = path.resolve(__dirname, '../..');
const FOLDERS = ['accepted', 'returned'].map((folder) => path.join(ROOT, 'test/reports', folder));
const FILES = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name))).filter((name) =>
  /\.(html?|txt|md)$/.test(name),
);

/** Some cells of a report with other amounts. */
function corrupted(report: Report, by: Partial<Record<CellId, bigint>>): Report {
  const readings = report.readings.map((reading) => {
    const more = by[reading.cell];
    return reading.state === 'number' && more !== undefined ? { ...reading, amount: reading.amount + more } : reading;
  });
  return { ...report, readings };
}

describe('rules in the browser', () => {
  /** A context with the language alone: no process, Buffer, require, timers or console. */
  const browser = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  let pairs: readonly (readonly [Report, Report | null])[];

  beforeAll(async () => {
    const args = ['tools/test/bundle-for-browser.mjs', 'test/src/support/browser-rules.ts', 'rules'];
    const bundled = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64_000_000 });
    if (bundled.status !== 0) throw new Error(bundled.stderr);
    runInContext(bundled.stdout, browser);
    const reports = await Promise.all(FILES.map(async (file) => (await parseFile(file)).report));
    pairs = reports.flatMap((report) => {
      const last = { ...report, year: (report.year ?? 2023) - 1 };
      const wrong = corrupted(report, { 's3/granted/natural_person': 6n, 's3/new_received/total': 10n, 's4/review/total': 3n });
      return [
        [report, null],
        [report, last],
        [wrong, last],
      ] as const;
    });
  });

  it('say the same, byte for byte, as in Node', () => {
    expect(FILES.length).toBeGreaterThan(3);
    let findings = 0;
    for (const pair of pairs) {
      const text = writeReports(pair);
      const inNode = checkText(text);
      expect(runInContext(`rules.checkText(${JSON.stringify(text)})`, browser)).toBe(inNode);
      findings += (JSON.parse(inNode) as { findings: unknown[] }).findings.length;
    }
    expect(findings).toBeGreaterThan(FILES.length);
  });

  it('know nothing of Node there', () => {
    expect(runInContext('[typeof process, typeof Buffer, typeof require, typeof setTimeout].join()', browser)).toBe(
      'undefined,undefined,undefined,undefined',
    );
  });
});
