import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { WORKSPACE } from './support/fresh-database';

const PAGES = ['docs/house.md', 'CONTRIBUTING.md'];
/** A path, and a name right behind it that the file declares or calls. */
const NAMED = /`([\w.-]+(?:\/[\w.-]+)+)`(?: `(\w+)`)?/g;

/** What a page names that is not there. */
function missingIn(page: string): readonly string[] {
  return [...page.matchAll(NAMED)].flatMap(([, file = '', name]) => {
    const at = path.join(WORKSPACE, file);
    if (!existsSync(at)) return [file];
    return name !== undefined && !new RegExp(`\\b${name}\\b`).test(readFileSync(at, 'utf8')) ? [`${file} ${name}`] : [];
  });
}

describe('the pages for newcomers', () => {
  it.each(PAGES)('%s names files and functions that are there', (page) => {
    const text = readFileSync(path.join(WORKSPACE, page), 'utf8');
    expect(missingIn(text)).toEqual([]);
    expect([...text.matchAll(NAMED)].length).toBeGreaterThan(3);
  });

  it('are found out where they name another', () => {
    expect(missingIn('Go to `libs/model/src/moves.ts` `MOVES`, `libs/model/src/moves.ts` `STEPS` and `libs/nowhere/src`.')).toEqual([
      'libs/model/src/moves.ts STEPS',
      'libs/nowhere/src',
    ]);
  });
});
