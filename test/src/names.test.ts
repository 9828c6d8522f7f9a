import { spawnSync } from 'node:child_process';
import path from 'node:path';

jest.setTimeout(60_000);

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Which exported names the workspace has for two things, with these files as if they stood in it, and the files of each. */
function homonyms(more: readonly SourceFile[]): Readonly<Record<string, readonly string[]>> {
  const run = spawnSync(process.execPath, ['tools/house/check-names.mjs'], {
    cwd: path.resolve(__dirname, '../..'),
    input: JSON.stringify(more),
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout) as Readonly<Record<string, readonly string[]>>;
}

describe('exported names', () => {
  it('stand for one thing each in the whole workspace', () => {
    expect(homonyms([])).toEqual({});
  });

  it('are found where two files declare one', () => {
    const text = 'export const canaryOfNames = 1;\nexport interface Report {\n  readonly a: 1;\n}\n';
    expect(homonyms([{ path: 'libs/model/src/canary.ts', text }])).toEqual({
      Report: ['libs/model/src/report.ts', 'libs/model/src/canary.ts'],
    });
    const twice = ['libs/rules/src/canary.ts', 'apps/web/src/canary.ts'].map((at) => ({
      path: at,
      text: 'export function canaryOfNames() {}',
    }));
    expect(homonyms(twice)).toEqual({ canaryOfNames: twice.map(({ path: at }) => at) });
  });
});
