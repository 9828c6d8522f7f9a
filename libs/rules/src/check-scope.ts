import type { Finding } from '@gongkai/model';
import { isGovernment } from './agency-facts';
import { claimedAmount, compareClaims } from './compare-claims';
import type { ClaimComparison } from './compare-claims';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { SCOPE, scopeMessage } from './i18n/narrative-words';

/** The office acting, alone or for its government: 区政府办代表区政府受理, 县政府办公室收到. */
const OFFICE = /(?:政府|管委会)(?:办公厅|办公室|办)/u;

/** NV-SCOPE: the combined report of a government whose text counts only what its office did, less than the table of the whole region. */
export function checkScope(examination: Examination): readonly Finding[] {
  return compareClaims(examination)
    .filter((comparison) => countsOnlyOffice(examination, comparison))
    .map((comparison) => {
      const { figure, claim, sum, cells, path } = comparison;
      const claimed = claimedAmount(comparison);
      return findingOf({
        severity: 'warning',
        section: claim.section,
        path: figure.title,
        message: scopeMessage({ title: figure.title, claimed, table: sum.toString(), quotation: claim.quotation, path }),
        rule: SCOPE,
        cells,
        expected: sum.toString(),
        found: claimed,
        difference: (claim.amount - sum).toString(),
      });
    });
}

/** Whether a claim that does not fit speaks of the office alone in the report of a whole government. */
export function countsOnlyOffice(examination: Examination, { claim, fits, sum }: ClaimComparison): boolean {
  return fits === null && claim.amount < sum && isGovernment(examination) && OFFICE.test(claim.quotation);
}
