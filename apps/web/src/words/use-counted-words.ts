import type { Coverage } from '@gongkai/model';
import { useWords } from './use-words';

/** Of those who owe a report: how many stand in a figure, and how many do not and why; the parts make the whole. */
export function useCountedWords(): (coverage: Coverage) => string {
  const { t } = useWords();
  return ({ expected, reported, leftOut, missing }) =>
    [
      t('counted.in', { expected, counted: reported - leftOut }),
      ...(leftOut > 0 ? [t('counted.leftOut', { count: leftOut })] : []),
      ...(missing > 0 ? [t('counted.missing', { count: missing })] : []),
    ].join(t('verdict.comma'));
}
