import { bindStores } from './named-stores';
import type { Sql } from './sql';

class Rivers {
  constructor(private readonly sql: Sql) {}

  longest(): Promise<readonly { readonly name: string }[]> {
    return this.sql('the longest river');
  }
}

class Lakes {
  constructor(private readonly sql: Sql) {}

  deepest(): Promise<readonly { readonly name: string }[]> {
    return this.sql('the deepest lake');
  }
}

describe('the stores an act gets', () => {
  const asked: string[] = [];
  const sql: Sql = (text) => {
    asked.push(text);
    return Promise.resolve([]);
  };

  it('are those it names, bound to its one connection, and no others', async () => {
    const stores = bindStores({ rivers: Rivers, lakes: Lakes }, sql);
    expect(Object.keys(stores)).toEqual(['rivers', 'lakes']);
    await stores.rivers.longest();
    await stores.lakes.deepest();
    expect(asked).toEqual(['the longest river', 'the deepest lake']);
  });
});
