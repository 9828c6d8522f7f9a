import type { Finding } from '@gongkai/model';
import { claimedAmount, compareClaims } from './compare-claims';
import type { ClaimComparison } from './compare-claims';
import { countsOnlyOffice } from './check-scope';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { claimFitsMessage, claimMessage, claimRule } from './i18n/narrative-words';

/**
 * NV-NEW, NV-DONE, NV-S4 and NV-NORM: a number of the text that the tables do not hold. The catalogue says which sums of cells a claim may
 * equal; one that is accepted but not the plain meaning (新收 and 上年结转 together) is said as an info.
 */
export function checkClaims(examination: Examination): readonly Finding[] {
  return compareClaims(examination)
    .filter((comparison) => !countsOnlyOffice(examination, comparison))
    .map(findingFor);
}

function findingFor(comparison: ClaimComparison): Finding {
  const { figure, claim, fits, sum, cells, path } = comparison;
  const claimed = claimedAmount(comparison);
  const { title, rule } = figure;
  const said = { title, claimed, quotation: claim.quotation, path };
  return findingOf({
    severity: fits === null ? 'warning' : 'info',
    section: claim.section,
    path: title,
    message: fits === null ? claimMessage({ ...said, table: sum.toString() }) : claimFitsMessage({ ...said, fits }),
    rule: claimRule(rule ?? figure.code),
    cells,
    expected: sum.toString(),
    found: claimed,
    difference: (claim.amount - sum).toString(),
  });
}
