import { buildSchema, graphql, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { CONTRACT } from './contract-schema';
import { guardLists } from './guard-lists';
import { longestList } from './list-sizes';
import { OPERATION_LIMITS } from './operation-limits';

const SCHEMA = guardLists(
  buildSchema(`
    directive @list(size: Int!, most: Int) on FIELD_DEFINITION
    directive @value on OBJECT
    type Query { short: [Thing!]! @list(size: 2) long: [Thing!] @list(size: 2, most: 1000) }
    type Thing { id: ID! parts: [Part!]! @list(size: 1, most: 1000) words: [Word!]! @list(size: 1, most: 1000) }
    type Part { id: ID! }
    type Word @value { text: String! }
  `),
);
const things = (many: number, parts = 0) =>
  Array.from({ length: many }, (_, id) => ({
    id,
    parts: Array.from({ length: parts }, (__, part) => ({ id: part })),
    words: Array.from({ length: parts }, () => ({ text: 'x' })),
  }));
const contextValue = { caller: { kind: 'anonymous', address: null } };
const ask = (source: string, rootValue: object) => graphql({ schema: SCHEMA, source, rootValue, contextValue });

describe('lists of an answer', () => {
  it('may be as long as the contract says, and no longer', async () => {
    expect((await ask('{ short { id } }', { short: things(2) })).data).toEqual({ short: [{ id: '0' }, { id: '1' }] });
    const { data, errors } = await ask('{ other: short { id } }', { short: Promise.resolve(things(3)) });
    expect(data).toBeNull();
    expect(errors?.map(({ message }) => message)).toEqual(['Query.short holds 3 objects; the contract says that it holds at most 2']);
    expect((await ask('{ long { id } }', { long: null })).data).toEqual({ long: null });
  });

  it('hold together what an answer may hold: more is refused before it is looked at', async () => {
    const { answers } = OPERATION_LIMITS.anybody;
    const most = Math.floor(answers / 101);
    const all = (many: number) => ask('{ long { parts { id } } }', { long: things(many, 100) });
    for (const _ of [1, 2]) expect((await all(most)).errors).toBeUndefined();
    const { data, errors } = await all(most + 1);
    expect(data).toEqual({ long: null });
    expect(errors?.map(({ extensions }) => extensions['code'])).toContain('COST_TOO_HIGH');
  });

  it('of what is part of the object it stands in cost nothing', async () => {
    expect((await ask('{ long { words { text } } }', { long: things(1_000, 100) })).errors).toBeUndefined();
  });

  it('are held to it as compiled code too', async () => {
    const compiled = compileQuery(SCHEMA, parse('{ short { id } long { parts { id } } }'));
    if (!isCompiledQuery(compiled)) throw new Error('not compiled');
    const answer = (short: number, long: number) => compiled.query({ short: things(short), long: things(long, 100) }, contextValue, {});
    for (const _ of [1, 2, 3]) expect((await answer(2, 500)).errors).toBeUndefined();
    expect((await answer(3, 1)).errors?.[0]?.message).toContain('Query.short holds 3');
    expect((await answer(1, 1_000)).errors?.[0]?.extensions).toMatchObject({ code: 'COST_TOO_HIGH' });
  });
});

describe('the contract', () => {
  it('says of every list of objects how long it may be', () => {
    const lists = Object.values(CONTRACT.getTypeMap()).flatMap((type) =>
      'getFields' in type && type.astNode?.kind === 'ObjectTypeDefinition' ? Object.values(type.getFields()) : [],
    );
    const open = lists.filter(
      (field) =>
        /^\[[A-Z]\w+!?\]!?$/.test(String(field.type)) &&
        !/\[(ID|String|Int|FormId|ReasonClass)!/.test(String(field.type)) &&
        !('defaultValue' in field) &&
        longestList(field as never) === null,
    );
    expect(open.map(({ name }) => name)).toEqual([]);
    expect(lists.length).toBeGreaterThan(200);
  });
});
