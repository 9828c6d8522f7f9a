import type { CatalogFacts, ColumnFacts } from './catalog-facts';
import type { DescribedColumn, DescribedStatement } from './describe-statement';
import type { ReadStatement, ReadType } from './read-statements';

/** What a column of a type comes as; what is not listed comes as text. */
const COMES_AS: Readonly<Record<string, ReadType['kind']>> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  float8: 'number',
  timestamptz: 'date',
  date: 'date',
  bytea: 'bytes',
};
/** What else may be given for a value of a type. */
const ALSO_GIVEN: Readonly<Record<string, readonly ReadType['kind'][]>> = {
  int8: ['number', 'bigint'],
  date: ['string'],
  numeric: ['number', 'bigint'],
  bool: [],
};
const ANYTHING = ['json', 'jsonb', 'void', 'record'];

/** How the types of a statement differ from what the database says of it, in words; empty where they hold. */
export function judgeStatement(
  statement: ReadStatement,
  names: readonly string[],
  described: DescribedStatement,
  facts: CatalogFacts,
): readonly string[] {
  return [...judgeValues(statement, names, described, facts), ...judgeRow(statement, described.columns, facts)];
}

function judgeValues(
  { values }: ReadStatement,
  names: readonly string[],
  described: DescribedStatement,
  facts: CatalogFacts,
): readonly string[] {
  if (values === null) return ['its values have no names'];
  const unused = Object.keys(values).filter((name) => !names.includes(name));
  return [
    ...unused.map((name) => `is given ${name} and does not name it`),
    ...names.flatMap((name, at) => {
      const given = values[name];
      if (given === undefined) return [`names :${name} and is not given it`];
      return canBeGiven(given, described.values[at]!, facts)
        ? []
        : [`is given ${name} as ${given.text} for ${typeName(described.values[at]!, facts)}`];
    }),
  ];
}

function canBeGiven(given: ReadType, type: number, facts: CatalogFacts): boolean {
  const { name, element } = typeFacts(type, facts);
  if (ANYTHING.includes(name) || given.kind === 'unknown') return true;
  if (element !== null) return given.kind === 'list' && given.element !== null && canBeGiven(given.element, element, facts);
  return [COMES_AS[name] ?? 'string', ...(ALSO_GIVEN[name] ?? [])].includes(given.kind);
}

function judgeRow({ row }: ReadStatement, columns: readonly DescribedColumn[], facts: CatalogFacts): readonly string[] {
  if (row === null) return [];
  const missing = Object.entries(row).filter(([name, type]) => !columns.some((column) => column.name === name) && !type.nullable);
  return [
    ...missing.map(([name]) => `gives no ${name}`),
    ...columns.flatMap((column) => {
      const said = row[column.name];
      if (said === undefined) return [];
      return judgeColumn(column, said, facts).map((why) => `${column.name} is said to be ${said.text}, and ${why}`);
    }),
  ];
}

function judgeColumn(column: DescribedColumn, said: ReadType, facts: CatalogFacts): readonly string[] {
  if (!comesAs(said, column.type, facts)) return [`comes as ${typeName(column.type, facts)}`];
  const origin = facts.columns.get(`${column.table}.${column.number}`);
  if (origin === undefined) return [];
  return [...(origin.nullable && !said.nullable ? ['may be null'] : []), ...judgeWords(origin, said)];
}

function judgeWords({ words }: ColumnFacts, said: ReadType): readonly string[] {
  if (said.words === null) return [];
  if (words === null) return ['may be any text'];
  const more = words.filter((word) => !said.words!.includes(word));
  return more.length === 0 ? [] : [`may be ${more.join(', ')}`];
}

function comesAs(said: ReadType, type: number, facts: CatalogFacts): boolean {
  const { name, element } = typeFacts(type, facts);
  if (ANYTHING.includes(name) || said.kind === 'unknown') return true;
  if (element !== null) return said.kind === 'list' && said.element !== null && comesAs(said.element, element, facts);
  return said.kind === (COMES_AS[name] ?? 'string');
}

const typeFacts = (type: number, facts: CatalogFacts) => facts.types.get(type) ?? { name: 'unknown', element: null };
const typeName = (type: number, facts: CatalogFacts): string => typeFacts(type, facts).name;
