/** What each page reads of its address. */
const PARAMETERS: readonly { readonly page: RegExp; readonly names: readonly string[] }[] = [
  {
    page: /^\/overview$/,
    names: [
      ...['region', 'agency', 'from', 'to', 'by', 'level', 'indicator', 'applicant', 'outcome'],
      ...['view', 'state', 'edition', 'as_of', 'panel'],
    ],
  },
  { page: /^\/review$/, names: ['year', 'region', 'state', 'q', 'late', 'summed', 'awaiting'] },
  { page: /^\/file$/, names: ['agency', 'year'] },
  { page: /^\/file\/[^/]+$/, names: ['beside'] },
  { page: /^\/reports\/[^/]+$/, names: ['edition', 'cells', 'beside'] },
  { page: /^\/login$/, names: ['return'] },
  { page: /^\/file\/\d+\/nil$/, names: [] },
  { page: /^\/receipts(\/[^/]+)?$/, names: [] },
  { page: /^\/(notices|account)$/, names: [] },
  { page: /^\/accounts$/, names: ['q', 'role', 'standing'] },
  { page: /^\/registers$/, names: ['of'] },
  { page: /^\/rules$/, names: ['q'] },
];

/** Parameters of an address that its page does not know, each once; none where there is no such page. */
export function unknownParameters(pathname: string, search: string): readonly string[] {
  const path = pathname.replace(/(.)\/$/, '$1');
  const known = PARAMETERS.find(({ page }) => page.test(path));
  if (known === undefined) return [];
  return [...new Set(new URLSearchParams(search).keys())].filter((name) => !known.names.includes(name));
}
