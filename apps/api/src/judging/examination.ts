import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { type CellId, type Finding, type Report, SHORTEST_EXPLANATION, isExplanation } from '@gongkai/model';
import { type AgencyFacts, type OwnRule, type Twin, checkReport, lawNamed } from '@gongkai/rules';
import { type Refusal, refuse } from '../requests/refusal';
import { totalsOf } from '../reports/edition-content';
import type { ExplanationRow } from '../reports/editions.store';

/** What is known about the agency a report is filed for. */
export interface Addressee {
  readonly name: string;
  /** The agencies the name printed in the report belongs to. */
  readonly namesakes: readonly { readonly id: string; readonly name: string }[];
  readonly id: string;
  readonly facts: AgencyFacts;
  /** What supervisors of its region and of those above added. */
  readonly localRules: readonly OwnRule[];
}

export interface Examination {
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly derived: ReadonlyMap<CellId, bigint>;
}

/** Checks a report against its forms, its year and last year's edition. Changes nothing. */
export function examine(
  report: Report,
  against: {
    readonly year: number | null;
    readonly filing: 'online' | 'document';
    readonly lastYear: Report | null;
    readonly addressee: Addressee | null;
    /** Of what the caller may see; what is kept is told with each reading instead, to each by right. */
    readonly twins?: readonly Twin[];
  },
): Examination {
  const { year, filing, lastYear, addressee, twins = [] } = against;
  const known = addressee === null ? {} : { agency: addressee.facts, extraRules: addressee.localRules };
  const findings = checkReport({
    forms: FORMS,
    cells: CELLS,
    declared: DECLARED,
    report,
    expectedYear: year,
    filing,
    lastYear,
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

/** A hundred times what section one may have: nobody reads more, and checking it would hold up everybody else. */
const LONGEST_NARRATIVE = 100_000;

export function refuseLength(narrative: readonly { readonly text: string }[]): Refusal | null {
  const characters = narrative.reduce((sum, { text }) => sum + text.length, 0);
  if (characters <= LONGEST_NARRATIVE) return null;
  return refuse('FILE_TOO_LARGE', {
    zh: `正文共 ${characters} 字，超过 ${LONGEST_NARRATIVE} 字，不像是年度报告。`,
    en: `The text has ${characters} characters, more than ${LONGEST_NARRATIVE}: no annual report has.`,
  });
}

/** Half a surrogate pair, or the character no text may hold: nobody typed it, and no database keeps it. */
export function refuseCharacters(texts: readonly string[]): Refusal | null {
  if (!texts.some((text) => text.includes('\0') || /\p{Surrogate}/u.test(text))) return null;
  return refuse('NOT_TEXT', { zh: '内容含有不是文字的字符。', en: 'It holds characters that are not text.' });
}

/** A file of another year or of another registered agency was sent by mistake: refused before anything is checked. */
export function refuseStranger(report: Report, year: number, addressee: Addressee): Refusal | null {
  const [named] = addressee.namesakes;
  const other = addressee.namesakes.some((agency) => agency.id === addressee.id) ? undefined : named;
  if (report.year !== null && report.year !== year) {
    const whose = other === undefined ? { zh: '', en: '' } : { zh: `“${other.name}” `, en: ` of “${other.name}”` };
    const instead = other === undefined ? { zh: '', en: '' } : { zh: `“${addressee.name}” `, en: ` of “${addressee.name}”` };
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
