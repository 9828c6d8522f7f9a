import type { CountedState } from '@gongkai/charts';

/** The states of what is not counted yet, as the list of reports takes them. */
export function outstanding(counted: CountedState): string {
  const before = 'not_filed,unpublished,submitted,returned';
  return counted === 'published' ? `${before},accepted` : before;
}
