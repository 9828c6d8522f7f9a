import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { FORMS } from '@gongkai/catalogue';
import { WORKSPACE } from './support/fresh-database';

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;

function sources(): readonly string[] {
  const projects = ['apps', 'libs'].flatMap((kind) => readdirSync(path.join(WORKSPACE, kind)).map((name) => `${kind}/${name}`));
  return projects
    .flatMap((project) => ['src', 'schema'].map((folder) => `${project}/${folder}`))
    .flatMap((folder) => filesIn(folder))
    .filter((file) => /\.(?:tsx?|graphql|sql)$/.test(file) && !/\.test\.tsx?$|\/generated\/|\/fixtures\//.test(file));
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(path.join(WORKSPACE, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fault;
  }
}

/** Whether code, its comments aside, names one of the forms by its id or its document. */
function namesForm(text: string): boolean {
  const code = text.replace(COMMENT, '');
  return FORMS.some(({ id, document }) => code.includes(id) || code.includes(document));
}

describe('the forms of the catalogue', () => {
  it('are named by their files alone, not by a line of source', () => {
    const all = sources();
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter((file) => namesForm(readFileSync(path.join(WORKSPACE, file), 'utf8')))).toEqual([]);
  });

  it('would be found (canary)', () => {
    expect(namesForm(`if (form.id === '${FORMS[0]!.id}') return [];`)).toBe(true);
    expect(namesForm(`const BASIS = '${FORMS[1]!.document}';`)).toBe(true);
    expect(namesForm(`// as in ${FORMS[1]!.document}`)).toBe(false);
  });
});
