import { asksAlike, TABLE_SECTIONS } from '@gongkai/model';
import type { Finding, Form, TableSection } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { WHOLE_REPORT } from './i18n/content-words';
import { CITED, citedMessage } from './i18n/narrative-words';

/**
 * FMT-TEMPLATE: a report that cites the document of one form and follows another. Where its sections mix forms that is said instead. A form that
 * asks the same in every section is followed too.
 */
export function checkCitedForm({ report, forms, formOf }: Examination): readonly Finding[] {
  const cited = forms.filter(({ id }) => report.cites?.includes(id));
  const sections = TABLE_SECTIONS.map((section) => ({ section, form: formOf(section) }));
  const used = sections.flatMap(({ form }) => form ?? []).find((form) => isFollowed(form, sections));
  if (cited.length === 0 || !used || !formOf('s2') || !formOf('s3') || cited.some((form) => isFollowed(form, sections))) return [];
  const found = cited.map(({ document }) => document).join('、');
  return [
    findingOf({
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

interface PrintedSection {
  readonly section: TableSection;
  readonly form: Form | null;
}

function isFollowed(form: Form, sections: readonly PrintedSection[]): boolean {
  return sections.every(({ section, form: printed }) => printed === null || asksAlike(section, printed, form));
}
