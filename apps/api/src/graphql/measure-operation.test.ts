import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type DocumentNode, getIntrospectionQuery, parse } from 'graphql';
import { CONTRACT } from './contract-schema';
import { type OperationMeasure, measureOperation } from './measure-operation';
import { OPERATION_LIMITS } from './operation-limits';

const CLIENTS = ['web', 'cli'].map((app) => path.resolve(__dirname, `../../../${app}/src`));

/** Every document of ours, fragments and all. */
function documentsOf(folder: string): DocumentNode {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  return parse(files.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n'));
}

/** As much as a screen asks for at its fullest. */
const FULLEST = {
  indicators: Array.from({ length: 12 }, (_, at) => `indicator_${at}`),
  years: { from: 2016, to: 2025 },
  groupBy: 'agency',
  first: 200,
};

function measureOf(query: string, variables = {}): OperationMeasure {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('no operation');
  return measureOperation(CONTRACT, { document, operation, variables });
}

describe('what our own programs ask', () => {
  const operations = CLIENTS.flatMap((folder) => {
    const document = documentsOf(folder);
    return document.definitions.flatMap((operation) =>
      operation.kind === 'OperationDefinition' ? [{ name: operation.name!.value, operation, document }] : [],
    );
  });

  it('passes with room to spare', () => {
    const costs = operations.map(({ name, operation, document }) => {
      const { answers, depth, fields } = measureOperation(CONTRACT, { document, operation, variables: FULLEST });
      return { name, answers, depth, fields };
    });
    process.stdout.write(`${costs.map(({ name, ...cost }) => `${name.padEnd(20)} ${JSON.stringify(cost)}`).join('\n')}\n`);
    const { anybody: limits } = OPERATION_LIMITS;
    const tight = costs.filter(
      ({ answers, depth, fields }) => answers * 2 > limits.answers || depth >= limits.depth || fields * 2 > limits.fields,
    );
    expect(tight).toEqual([]);
  });

  it('is fewer than half of what a whole introspection may cost', () => {
    const { answers, depth, fields } = measureOf(getIntrospectionQuery({ inputValueDeprecation: true, directiveIsRepeatable: true }));
    expect(answers * 2).toBeLessThan(OPERATION_LIMITS.anybody.answers);
    expect(depth).toBeLessThanOrEqual(OPERATION_LIMITS.anybody.introspectionDepth);
    expect(fields).toBeLessThan(OPERATION_LIMITS.anybody.fields);
  });
});
