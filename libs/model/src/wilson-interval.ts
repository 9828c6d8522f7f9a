/** Bounds of a share as decimal strings, six digits behind the point. */
export interface Interval {
  readonly low: string;
  readonly high: string;
}

/** The normal quantile of 97.5 %: two-sided 95 %. */
const Z = 1.959963984540054;

/**
 * The score interval of a proportion at 95 %: which true shares would not be surprised by `successes` of `trials`.
 * It stays between 0 and 1 and says something where few were counted, which the textbook p ± z·σ does not.
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209–212; without continuity correction.
 * Null where the two are no proportion: nothing was tried, or there are more successes than trials.
 */
export function wilsonInterval(successes: bigint, trials: bigint): Interval | null {
  if (trials <= 0n || successes < 0n || successes > trials) return null;
  const n = Number(trials);
  const share = Number(successes) / n;
  const centre = share + (Z * Z) / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  // At either end the bound is exact, whatever the rounding of the root says.
  const low = successes === 0n ? 0 : (centre - reach) / scale;
  const high = successes === trials ? 1 : (centre + reach) / scale;
  return { low: low.toFixed(6), high: high.toFixed(6) };
}
