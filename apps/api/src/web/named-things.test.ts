import { thingsNamedBy } from './named-things';

describe('what the address of a page names', () => {
  it.each([
    ['/reports/12', {}, [{ kind: 'report', id: '12' }]],
    ['/reports/12/', { edition: '1', region: '7' }, [{ kind: 'report', id: '12' }]],
    ['/overview', { region: '7' }, [{ kind: 'region', id: '7' }]],
    ['/overview', { agency: '8', from: '2019' }, [{ kind: 'agency', id: '8' }]],
    ['/review', { region: '7', agency: '8' }, [{ kind: 'region', id: '7' }]],
    ['/file', { agency: 'x' }, [{ kind: 'agency', id: 'x' }]],
    ['/overview', { region: '' }, []],
    ['/notices', { region: '7' }, []],
    ['/', { region: '7' }, []],
  ])('%s %p', (pathname, query, named) => {
    expect(thingsNamedBy(pathname, query)).toEqual(named);
  });
});
