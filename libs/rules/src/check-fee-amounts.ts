import { printFigure } from '@gongkai/model';
import type { Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { FEE_AMOUNTS, feeAmountsMessage, feeLapsedMessage } from './i18n/narrative-words';
import { sectionWords } from './place-words';

const LAPSED = 's3/other_fee_lapsed/total';

/** NV-FEE: the amounts of the text are one amount; where requests lapsed for want of payment, fee notices went out, and section six says so. */
export function checkFeeAmounts(examination: Examination): readonly Finding[] {
  const claims = examination.report.declared.filter(({ code }) => code === 'information_processing_fee');
  const amounts = [...new Set(claims.map(({ amount }) => amount))];
  const path = sectionWords(examination.anyForm, 's6');
  const said = { section: 's6', path, rule: FEE_AMOUNTS } as const;
  if (amounts.length > 1) {
    const printed = amounts.map((amount) => printFigure(amount, 'cny'));
    return [findingOf({ ...said, severity: 'warning', message: feeAmountsMessage(printed), found: printed.join(', ') })];
  }
  const lapsed = examination.sheet('s3')?.worthOf(LAPSED);
  if (amounts[0] !== 0n || typeof lapsed !== 'bigint' || lapsed === 0n || mentionsNotices(examination)) return [];
  return [findingOf({ ...said, severity: 'info', message: feeLapsedMessage(lapsed.toString()), cells: [LAPSED], found: '0' })];
}

function mentionsNotices({ report }: Examination): boolean {
  return report.narrative.some(({ section, text }) => section === 's6' && /收费通知|逾期|未缴|缴费|缴纳/.test(text));
}
