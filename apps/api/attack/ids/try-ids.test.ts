import { idsTable } from './ids-table';
import { tryIds } from './try-ids';

jest.setTimeout(300_000);

describe('requests with random ids by everybody', () => {
  it('leak nothing, change nothing that is not theirs, and meet no fault', async () => {
    const tried = await tryIds({ ids: 320, seed: 20240131, say: () => undefined });
    expect(Object.values(tried.counts).map(({ requests }) => requests)).toEqual([40, 40, 40, 40, 40, 40, 40, 40]);
    expect([...tried.leaks, ...tried.faults]).toEqual([]);
    expect(idsTable(tried)).toContain('320 requests: 0 leaks, 0 masked faults');
  });
});
