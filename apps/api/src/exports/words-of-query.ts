/** GraphQL's names for the parameters of a series file. */
const NAMES: Readonly<Record<string, string>> = {
  regionId: 'region',
  agencyId: 'agency',
  groupBy: 'group_by',
  asOf: 'as_of',
  kind: 'kinds',
  regionIds: 'regions',
  agencyIds: 'agencies',
};

/** The parameters under one name each; `wrong` are those that are said twice. */
export function wordsOfQuery(query: Readonly<Record<string, unknown>>): {
  readonly said: Readonly<Record<string, unknown>>;
  readonly wrong: readonly string[];
} {
  const said = Object.entries(query).map(([name, value]) => [NAMES[name] ?? name, value] as const);
  const names = said.map(([name]) => name);
  const wrong = names.filter((name, at) => names.indexOf(name) !== at);
  return { said: Object.fromEntries(said), wrong };
}
