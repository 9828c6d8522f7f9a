import type { Finding, Subtotal } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { SUBTOTAL, subtotalMessage } from './i18n/format-words';
import { cellWords } from './place-words';

/** S3-GROUP: a subtotal that is printed although the form has none is the sum of its rows. Blank rows count as nothing, unreadable ones leave it unchecked. */
export function checkSubtotals(examination: Examination): readonly Finding[] {
  return (examination.report.subtotals ?? []).flatMap((subtotal) => checkSubtotal(examination, subtotal));
}

function checkSubtotal(examination: Examination, { label, cells, amount }: Subtotal): readonly Finding[] {
  const [form, sheet, [first]] = [examination.formOf('s3'), examination.sheet('s3'), cells];
  if (!form || !sheet || first === undefined) return [];
  const worths = cells.map((cell) => sheet.worthOf(cell));
  const sum = worths.reduce<bigint>((total, worth) => (typeof worth === 'bigint' ? total + worth : total), 0n);
  if (worths.includes('unknown') || sum === amount) return [];
  const [column = ''] = cellWords(form, first).zh.split(' × ').slice(-1);
  const [columnEn = ''] = cellWords(form, first).en.split(' × ').slice(-1);
  const path = { zh: `三·${label} × ${column}`, en: `Section 3, ${label} × ${columnEn}` };
  const [expected, found] = [sum.toString(), amount.toString()];
  const message = subtotalMessage(path, expected, found);
  return [
    findingOf({
      severity: 'warning',
      section: 's3',
      path,
      message,
      rule: SUBTOTAL,
      cells,
      expected,
      found,
      difference: (amount - sum).toString(),
    }),
  ];
}
