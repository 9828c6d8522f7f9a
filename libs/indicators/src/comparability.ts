import type { Comparability, FormId, Indicator } from '@gongkai/model';

const SAME: Comparability = { verdict: 'same', reason: null };

/** How figures of one form compare with those of another; throws where the catalogue does not say. */
export function verdictBetween(indicator: Indicator, from: FormId, to: FormId): Comparability {
  if (from === to) return SAME;
  const line = indicator.comparability.find((known) => known.from === from && known.to === to);
  if (line === undefined) throw new Error(`${indicator.code} does not say how ${from} compares with ${to}`);
  return { verdict: line.verdict, reason: line.reason };
}

/** The worst verdict over all pairs of forms. */
export function comparabilityOf(indicator: Indicator, before: readonly FormId[], now: readonly FormId[]): Comparability {
  return worstOf(before.flatMap((from) => now.map((to) => verdictBetween(indicator, from, to))));
}

export function worstOf(verdicts: readonly Comparability[]): Comparability {
  const worst = ['none', 'note'].map((rank) => verdicts.find((line) => line.verdict === rank)).find((line) => line !== undefined);
  return worst ?? verdicts[0] ?? SAME;
}

/** The forms that ask what those in the figure ask, whether anyone answered on them or not. */
export function formsThatSpeak(indicator: Indicator, [spoken]: readonly FormId[]): readonly FormId[] {
  if (spoken === undefined) return [];
  const asking = Object.keys(indicator.terms) as readonly FormId[];
  return asking.filter((form) => verdictBetween(indicator, form, spoken).verdict !== 'none');
}
