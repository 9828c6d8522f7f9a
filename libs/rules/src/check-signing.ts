import type { Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { SIGNED, SIGNED_EARLY, SIGNED_LATE, signedMessage } from './i18n/narrative-words';

/** TM-EARLY and TM-LATE: signed before the year was over, or after the last date the law gives anybody (31 March, 国令第711号第四十九条). */
export function checkSigning({ report, expectedYear }: Examination): readonly Finding[] {
  const { signedOn } = report;
  const year = report.year ?? expectedYear;
  if (signedOn === null || year === null) return [];
  const [first, last] = [`${year + 1}-01-01`, `${year + 1}-03-31`];
  const said = { section: null, path: SIGNED, found: signedOn } as const;
  if (signedOn < first) {
    const message = signedMessage(signedOn, 'early', first);
    return [findingOf({ ...said, rule: SIGNED_EARLY, severity: 'error', message, expected: first })];
  }
  if (signedOn <= last) return [];
  return [findingOf({ ...said, rule: SIGNED_LATE, severity: 'warning', message: signedMessage(signedOn, 'late', last), expected: last })];
}
