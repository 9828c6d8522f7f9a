import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(__dirname, '..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  cpSync(join(project, 'data'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Replaces the first `wanted` in a file; answers the line it stood on. */
function edit(file: string, wanted: string, replacement: string): number {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(wanted);
  writeFileSync(
    join(folder, file),
    text.replace(wanted, () => replacement),
  );
  return text.slice(0, text.indexOf(wanted)).split('\n').length;
}

const generate = () =>
  spawnSync(process.execPath, [join(project, 'generate.mjs'), '--data', folder, '--out', join(folder, 'out.ts')], {
    cwd: folder,
    encoding: 'utf8',
  });

it('writes the same module twice from whole files', () => {
  const options = { cwd: folder, encoding: 'utf8' } as const;
  const said = execFileSync(process.execPath, [join(project, 'generate.mjs'), '--data', folder, '--out', join(folder, 'out.ts')], options);
  expect(said).toContain('226 cells, 2 forms');
  const first = readFileSync(join(folder, 'out.ts'), 'utf8');
  expect(generate().status).toBe(0);
  expect(readFileSync(join(folder, 'out.ts'), 'utf8')).toBe(first);
});

const FORM = 'forms/gb2021-30.yaml';

describe('refuses, with file and line,', () => {
  it.each([
    ['YAML that is not whole', FORM, 'years: {', 'years: { {', ''],
    ['a key it does not know', FORM, 'printedAs: flat', 'printed: flat', 'Unrecognized key: "printed"'],
    ['a line without its English', FORM, 'zh: 规章, en: Regulations,', 'zh: 规章,', 'grids.0.rows.0.en'],
    [
      'a cell outside the registry',
      FORM,
      'code: granted,',
      'code: granted_in_full,',
      's3/granted_in_full/natural_person is not in the registry',
    ],
    ['a line twice', FORM, 'code: repealed_count,', 'code: issued_count,', 'line issued_count twice'],
    ['a term that names nothing', FORM, "'@denied'", "'@refused'", 'the term "@refused" names no group'],
    ['a rule for a grid that is not there', FORM, 'grid: review_litigation', 'grid: lawsuits', 'names the grid lawsuits'],
    ['a rule that does not say the law', FORM, 'says: { zh: 第一项', 'said: { zh: 第一项', 'says: Invalid input'],
    ['a rule without its source', FORM, 'basis: 国办公开办函〔2021〕30号（表内勾稽关系）', 'note: 表内勾稽关系', 'basis: Invalid input'],
    ['a rule that does not say what a blank means', FORM, 'missing: zero', 'blank: zero', 'missing: Invalid option'],
    ['a severity of its own', FORM, 'severity: inconsistency', 'severity: fatal', 'severity: Invalid option'],
    [
      'a claim held against a cell that is not there',
      'declared.yaml',
      '[s3/carried_out/total]',
      '[s3/carried_on/total]',
      's3/carried_on/total',
    ],
    ['an indicator of a cell no form has', 'indicators.yaml', 's3/granted/total', 's3/given/total', 's3/given/total names no cell'],
    [
      'an indicator that adds up a stock as a flow',
      'indicators.yaml',
      'additivity: stock',
      'additivity: flow',
      'carried_in is a stock by its cells',
    ],
    ['a verdict that a missing form cannot have', 'pairs.yaml', 'verdict: none', 'verdict: note', 'the verdict can only be none'],
    [
      'an indicator that divides by cells of two sections',
      'indicators.yaml',
      'over: [s3/new_received/total, s3/carried_in/total]',
      'over: [s3/new_received/total, s4/review/total]',
      'completion_rate divides by cells of several sections',
    ],
    ['an indicator without a verdict', 'pairs.yaml', '    - carried_in\n', '', 'carried_in has no verdict in the pair gb2019_60 gb2021_30'],
    ['an indicator with two verdicts', 'pairs.yaml', '- carried_in', '- new_received', 'new_received has several verdicts'],
    ['a verdict on what is no indicator', 'pairs.yaml', '- carried_in', '- carried_on', 'there is no indicator carried_on'],
    ['a verdict on what is no form', 'pairs.yaml', 'gb2019_60, gb', 'gb2019_61, gb', 'no verdicts for the pair gb2019_60 gb2021_30'],
    ['terms under what is no form', 'indicators.yaml', 'gb2019_60: {', 'gb2019_61: {', 'there is no form gb2019_61'],
    ['a form in the file of another', 'forms/gb2019-60.yaml', 'id: gb2019_60', 'id: gb2019_61', 'the file of gb2019_61 has another name'],
    [
      'a glossary entry twice',
      'glossary.yaml',
      'code: annual_report',
      'code: open_government_information',
      'open_government_information twice',
    ],
    ['a month that is none', 'deadlines.yaml', 'month: 2', 'month: 13', '1.month: Too big'],
  ])('%s', (_, file, wanted, replacement, message) => {
    const line = edit(file, wanted, replacement);
    const { status, stderr } = generate();
    expect(status).toBe(1);
    const said = stderr.split('\n').filter((text) => text.includes(message));
    expect(said.length).toBeGreaterThan(0);
    expect(Number(/^\S+\.yaml:(\d+): /.exec(said[0] ?? '')?.[1])).toBeGreaterThan(line - 12);
    expect(Number(/^\S+\.yaml:(\d+): /.exec(said[0] ?? '')?.[1])).toBeLessThanOrEqual(line + 1);
    expect(said[0]).toContain(file);
  });

  it('a registry with a gap or a block of the wrong length', () => {
    const gap = edit('cells.yaml', 'first: 7,', 'first: 8,');
    expect(generate().stderr).toContain(`cells.yaml:${gap}: the block begins at position 8, expected 7`);
    edit('cells.yaml', 'first: 8,', 'first: 7,');
    const short = edit('cells.yaml', 'last: 9,', 'last: 8,');
    expect(generate().stderr).toContain(`cells.yaml:${short}: 2 positions for 3 cells`);
  });
});
