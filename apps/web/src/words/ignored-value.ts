/** What would have had an effect. */
type WhyIgnored =
  | { readonly kind: 'year'; readonly first: number; readonly last: number }
  | { readonly kind: 'order' | 'day' | 'agency' | 'edition' | 'unknown' }
  | { readonly kind: 'choice'; readonly known: string };

/** A value of the address that had no effect. */
export interface IgnoredValue {
  readonly name: string;
  readonly value: string;
  readonly why: WhyIgnored;
}

const LISTED = 8;

/** Values of one parameter that are none of those known; a few are named, of many it is said that there is no such one. */
export function outsideOf(params: URLSearchParams, name: string, known: readonly string[]): readonly IgnoredValue[] {
  const value = params.get(name);
  if (value === null || value === '' || known.includes(value)) return [];
  return [{ name, value, why: known.length > LISTED ? { kind: 'unknown' } : { kind: 'choice', known: known.join(', ') } }];
}

/** The same of a year. */
export function outsideYears(params: URLSearchParams, name: string, years: readonly number[]): readonly IgnoredValue[] {
  const value = params.get(name);
  const [first, last] = [years[0], years.at(-1)];
  if (value === null || value === '' || first === undefined || last === undefined || years.includes(Number(value))) return [];
  return [{ name, value, why: { kind: 'year', first, last } }];
}
