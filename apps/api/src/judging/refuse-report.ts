import { type Finding, type Report, SHORTEST_EXPLANATION, isExplanation } from '@gongkai/model';
import type { ExplanationRow } from '../reports/editions.store';
import { type Refusal, refuse } from '../requests/refusal';
import type { Grounds } from './fetch-grounds';

/** A file of another year or of another registered agency was sent by mistake: refused before anything is checked. */
export function refuseStranger(report: Report, { year, addressee }: Grounds): Refusal | null {
  if (year === null || addressee === null) return null;
  const [named] = addressee.namesakes;
  const other = addressee.namesakes.some((agency) => agency.id === addressee.id) ? undefined : named;
  if (report.year !== null && report.year !== year) {
    const isOwn = addressee.namesakes.length > 0 && other === undefined;
    const printed = isOwn ? null : (other?.name ?? report.agencyName);
    const whose = printed === null ? { zh: '', en: '' } : { zh: `“${printed}” `, en: ` of “${printed}”` };
    const instead = printed === null ? { zh: '', en: '' } : { zh: `“${addressee.name}” `, en: ` of “${addressee.name}”` };
    return refuse('OTHER_YEAR', {
      zh: `文件是${whose.zh || ' '}${report.year} 年度的报告，不能作为${instead.zh || ' '}${year} 年度报送。`,
      en: `The file is the report${whose.en} of ${report.year} and cannot be filed for ${year}${instead.en}.`,
    });
  }
  if (other !== undefined) {
    return refuse('OTHER_AGENCY', {
      zh: `文件是“${other.name}”的报告，不能由“${addressee.name}”报送。`,
      en: `The file is the report of “${other.name}” and cannot be filed for “${addressee.name}”.`,
    });
  }
  return null;
}

/** Errors must be mended; each inconsistency must be mended or explained. */
export function refuseFindings(findings: readonly Finding[], explanations: readonly ExplanationRow[]): Refusal | null {
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0) {
    return refuse(
      'REPORT_HAS_ERRORS',
      {
        zh: `有 ${errors.length} 处错误，改正后才能报送。`,
        en: `${errors.length} error(s) must be mended before the report can be filed.`,
      },
      findings,
    );
  }
  const open = findings.filter((finding) => finding.severity === 'inconsistency' && !isExplained(finding, explanations));
  if (open.length === 0) return null;
  return refuse(
    'NEEDS_EXPLANATION',
    {
      zh: `有 ${open.length} 处不一致，请改正或逐条书面说明（每条不少于 ${SHORTEST_EXPLANATION} 个字）。`,
      en: `${open.length} inconsistency(ies) must be mended or explained in writing (at least ${SHORTEST_EXPLANATION} characters each).`,
    },
    findings,
  );
}

function isExplained(finding: Finding, explanations: readonly ExplanationRow[]): boolean {
  const [cell] = finding.cells;
  return explanations.some(
    (given) => given.code === finding.code && (given.cell === null || given.cell === cell) && isExplanation(given.text),
  );
}
