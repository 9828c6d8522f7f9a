import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import type { CellId, Finding, Report } from '@gongkai/model';
import { checkReport, lawNamed } from '@gongkai/rules';
import { totalsOf } from '../reports/edition-content';
import type { Addressee, Grounds } from './fetch-grounds';

/** What is found in a report. */
export interface JudgedReport {
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly derived: ReadonlyMap<CellId, bigint>;
}

/** Holds a report against everything that was fetched for it, whoever asks and whatever becomes of it. Changes nothing. */
export function judge(report: Report, grounds: Grounds): JudgedReport {
  const { year, filing, lastYear, addressee, twins } = grounds;
  const known = addressee === null ? {} : { agency: addressee.facts, extraRules: addressee.localRules };
  const findings = checkReport({
    forms: FORMS,
    cells: CELLS,
    declared: DECLARED,
    report,
    expectedYear: year,
    filing,
    lastYear: lastYear === null ? null : lastYear.report,
    twins,
    ...known,
  });
  const name = addressee === null ? [] : nameFindings(report, addressee);
  return {
    report,
    findings: [...findings.filter(isError), ...name, ...findings.filter((finding) => !isError(finding))],
    derived: totalsOf(report),
  };
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}

function nameFindings(report: Report, addressee: Addressee): readonly Finding[] {
  const printed = report.agencyName;
  if (printed === null || printed === addressee.name || addressee.namesakes.some((agency) => agency.id === addressee.id)) return [];
  return [
    {
      code: 'AG-NAME',
      severity: 'inconsistency',
      section: null,
      cells: [],
      path: { zh: '标题', en: 'Title' },
      message: {
        zh: `文件标题中的单位是“${printed}”，报送单位是“${addressee.name}”。`,
        en: `The title names “${printed}”; it is filed for “${addressee.name}”.`,
      },
      expected: null,
      found: null,
      difference: null,
      contributors: [],
      says: { zh: '报告应由本机关编制。', en: 'A report is written by the agency itself.' },
      basis: lawNamed('{form: agency_name}', FORMS, null),
      remedy: {
        zh: '确认没有选错单位或文件；单位曾用名请管理员登记为别名。',
        en: 'Make sure that agency and file belong together; former names can be registered as aliases.',
      },
      consequences: [],
      repair: null,
    },
  ];
}
