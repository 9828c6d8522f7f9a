import type { Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { WHOLE_REPORT } from './i18n/content-words';
import { CITED, citedMessage } from './i18n/narrative-words';

/** FMT-TEMPLATE: a report that cites the document of one form and follows another. Where its sections mix forms that is said instead. */
export function checkCitedForm({ report, forms, formOf }: Examination): readonly Finding[] {
  const cited = forms.filter(({ id }) => report.cites?.includes(id));
  const [used, other] = [formOf('s2'), formOf('s3')];
  if (cited.length === 0 || !used || used !== other || cited.includes(used)) return [];
  const found = cited.map(({ document }) => document).join('、');
  return [
    findingOf({
      code: 'FMT-TEMPLATE',
      severity: 'warning',
      section: null,
      path: WHOLE_REPORT,
      message: citedMessage(found, used.document),
      rule: CITED,
      expected: used.document,
      found,
    }),
  ];
}
