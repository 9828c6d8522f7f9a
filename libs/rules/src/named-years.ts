import type { NamedYear, Report } from '@gongkai/model';

/** Signed in its last months, a report may be that of the running year. */
const LATE_IN_THE_YEAR = /^\d{4}-1[12]/;

/**
 * The years that title, period, text and date of signing name, where they are not all the same; empty where they agree or nobody looked. Such a
 * report is not brought in under any of them before a person has said which is right.
 */
export function disagreeingYears({ years = [], year }: Pick<Report, 'years' | 'year'>): readonly NamedYear[] {
  const named = years.filter((one) => one.year !== null);
  const firm = new Set(named.filter(({ place }) => place !== 'signature').map((one) => one.year));
  const only = year ?? (firm.size === 1 ? [...firm][0] : undefined);
  const fits = (one: NamedYear): boolean => one.year === only || (one.place === 'signature' && isOwnYear(one, only));
  return only !== undefined && named.every(fits) ? [] : firm.size === 0 ? [] : named;
}

function isOwnYear({ text }: NamedYear, year: number | null | undefined): boolean {
  return LATE_IN_THE_YEAR.test(text) && text.startsWith(`${year}-`);
}
