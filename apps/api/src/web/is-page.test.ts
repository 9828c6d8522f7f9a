import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isPage } from './is-page';

describe('pages of the app', () => {
  it('are those its router has', () => {
    const router = readFileSync(path.resolve(__dirname, '../../../web/src/router.tsx'), 'utf8');
    const routes = [...router.matchAll(/path: '([^'*]+)'/g)].map(([, route]) =>
      route!.replace(/^\//, '').replace(':id', '12').replace(':year', '2023').replace(':number', 'GK20240131-0000001'),
    );
    expect(routes.length).toBeGreaterThan(5);
    expect(routes.filter((route) => !isPage(`/${route}`))).toEqual([]);
  });

  it.each([
    '/graphql/x',
    '/exports/x',
    '/metrics',
    '/docs',
    '/reports/x',
    '/reports/1/2',
    '/file/x',
    '/file/2023/x',
    '/receipts/a/b',
    '/receipts/a.b',
    '/index.php',
    '/nothing',
    '//reports/1',
  ])('%s is none', (address) => {
    expect(isPage(address)).toBe(false);
  });
});
