import { isSignedLate, type NamedYear, type Report } from '@gongkai/model';

/**
 * The years that title, period, text and date of signing name, where they are not all the same; empty where they agree or nobody looked. Such a
 * report is not brought in under any of them before a person has said which is right.
 */
export function disagreeingYears({ years = [], year }: Pick<Report, 'years' | 'year'>): readonly NamedYear[] {
  const named = years.filter((one) => one.year !== null);
  const firm = new Set(named.filter(({ place }) => place !== 'signature').map((one) => one.year));
  const only = year ?? (firm.size === 1 ? [...firm][0] : undefined);
  const fits = (one: NamedYear): boolean =>
    one.year === only || (one.place === 'signature' && only != null && isSignedLate(one.text, only));
  return only !== undefined && named.every(fits) ? [] : firm.size === 0 ? [] : named;
}
