import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { unknownParameters } from './page-parameters';

const SOURCES = path.resolve(__dirname, '..');

describe('parameters of a page', () => {
  it.each([
    ['/overview', '?region=7&from=2019&to=2024&by=agency', []],
    ['/overview', '?region=7&form=2019&form=2020&hasOwnProperty=1', ['form', 'hasOwnProperty']],
    ['/overview/', '?regoin=7', ['regoin']],
    ['/reports/12', '?edition=1&cells=s3/new_received/total&cell=x', ['cell']],
    ['/notices', '?page=2', ['page']],
    ['/review', '', []],
    ['/nothing', '?x=1', []],
  ])('of %s%s that it does not know: %p', (pathname, search, unknown) => {
    expect(unknownParameters(pathname, search)).toEqual(unknown);
  });

  it('are all that the pages read', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
    );
    const read = files.flatMap((file) =>
      [...readFileSync(path.join(SOURCES, file), 'utf8').matchAll(/\b(?:params|search)\.get\('(\w+)'\)/g)].map(([, name]) => name!),
    );
    expect(read.length).toBeGreaterThan(20);
    const pages = ['/overview', '/review', '/file', '/file/2025', '/reports/1', '/login', '/notices', '/accounts', '/registers'];
    const lost = read.filter((name) => pages.every((page) => unknownParameters(page, `?${name}=1`).length > 0));
    expect(lost).toEqual([]);
  });
});
