import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, validateSchema } from 'graphql';
import { typeDefinitions } from '.';

const current = buildSchema(typeDefinitions);

describe('the contract', () => {
  it('is a valid schema', () => {
    expect(validateSchema(current)).toEqual([]);
  });

  it('defines each type in one place: two of one name would be merged into one that is neither', () => {
    const folder = path.resolve(__dirname, '../schema');
    const defined = readdirSync(folder).flatMap((file) => [
      ...readFileSync(path.join(folder, file), 'utf8').matchAll(/^(?:type|enum|input|union|interface|scalar) (\w+)/gm),
    ]);
    const names = defined.map(([, name]) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('describes every type, so that the schema is its own documentation', () => {
    const types = Object.values(current.getTypeMap()).filter(
      ({ name }) => !name.startsWith('__') && !/^(String|Int|Boolean|ID|Float)$/.test(name),
    );
    expect(types.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
  });
});
