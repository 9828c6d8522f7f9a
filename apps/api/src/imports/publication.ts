import { dueOn } from '@gongkai/catalogue';
import type { Finding, FormId, ReasonClass, Report } from '@gongkai/model';
import type { AccountCaller } from '../database/caller';
import type { StoresOf } from '../database/named-stores';
import { REFUSALS, type Refusal, refuse } from '../requests/refusal';
import { contentOf, hashContent, type WholeReport } from '../reports/edition-content';
import type { EditionContent, PublicationSource } from '../reports/editions.store';
import { type Grounds, JUDGING, fetchGrounds } from '../judging/fetch-grounds';
import { judge } from '../judging/judge';
import type { KeptDocument } from '../receiving/receiving';
import type { NewObligation } from '../reports/reports.store';
import type { SectionText } from '../reports/section-texts';
import { yearInChina } from '../year-in-china';
import { type AgencyThen, ImportsStore } from './imports.store';

/** The year whose reports were the first (国令第492号第三十一条). */
const FIRST_YEAR = 2008;

/** A published report, read, and whose it is. */
export interface Publication {
  readonly report: Report;
  readonly document: KeptDocument;
  readonly agencyId: string;
  readonly year: number;
  readonly source: PublicationSource;
  /** Why it replaces an imported edition that stands. */
  readonly amends: { readonly reasonClass: ReasonClass; readonly reason: string } | null;
}

/** A published report, checked and ready to be kept. */
export interface JudgedPublication {
  readonly caller: AccountCaller;
  readonly office: string;
  /** Made where no roster holds it. */
  readonly obligation: NewObligation;
  readonly content: EditionContent;
  readonly contentSha256: string;
  readonly texts: readonly SectionText[];
  readonly document: KeptDocument;
  readonly findings: readonly Finding[];
  readonly source: PublicationSource;
  readonly amends: Publication['amends'];
  readonly lastYearId: string | null;
  readonly now: Date;
}

/** What a publication is checked against and kept under. */
export interface Surroundings {
  readonly agency: AgencyThen;
  readonly grounds: Grounds;
  readonly office: string;
}

/** Where the surroundings of a publication are read. */
export const SURROUNDINGS = { imports: ImportsStore, ...JUDGING };

/** Everything the check needs of the database, or why the caller may not import it. */
export async function surroundingsOf(
  stores: StoresOf<typeof SURROUNDINGS>,
  caller: AccountCaller,
  { report, agencyId, year }: Publication,
  now: Date,
): Promise<Surroundings | Refusal> {
  const { imports, organisations } = stores;
  if (year >= yearInChina(now)) return refuse('TOO_EARLY', { zh: `${year} 年度尚未结束。`, en: `The year ${year} has not ended yet.` });
  const agency = year < FIRST_YEAR ? null : await imports.agencyIn(agencyId, year);
  if (agency === null)
    return refuse('NO_OBLIGATION', { zh: `${year} 年末没有这个单位。`, en: `There was no such agency at the end of ${year}.` });
  if (!mayImport(caller, agency.regionPath)) return REFUSALS.notAllowed();
  const [region] = caller.regionId === null ? [] : await organisations.regions([caller.regionId]);
  return {
    agency,
    grounds: await fetchGrounds(stores, { ...agency, year }, { report, filing: 'document', toKeep: true }),
    office: region === undefined ? '平台管理员' : `${region.name}政府信息公开工作主管部门`,
  };
}

/** Checks it, refusing nothing for what is found, and lays it out to be kept. */
export function judgePublication(
  caller: AccountCaller,
  publication: Publication,
  { agency, grounds, office }: Surroundings,
  now: Date,
): JudgedPublication | Refusal {
  const { report, year, document, source, amends } = publication;
  const whole = asWhole(report);
  if (whole === null) {
    return refuse('UNKNOWN_FORM', { zh: '没有一张表格是法定格式的。', en: 'None of its tables is of a statutory form.' });
  }
  const { findings, derived } = judge(report, grounds);
  const content = contentOf(whole, derived);
  return {
    caller,
    office,
    obligation: {
      agencyId: agency.agencyId,
      year,
      dueOn: dateDue(agency, year),
      obliged: agency.agencyKind !== 'PUBLIC_INSTITUTION',
      origin: 'import',
    },
    content,
    contentSha256: hashContent(content),
    texts: grounds.texts,
    document,
    findings,
    source,
    amends,
    lastYearId: grounds.lastYear?.editionId ?? null,
    now,
  };
}

function mayImport(caller: AccountCaller, regionPath: readonly string[]): boolean {
  if (caller.role === 'administrator') return true;
  return caller.role === 'supervisor' && caller.regionId !== null && regionPath.includes(caller.regionId);
}

/** Before the report year 2019 everyone published by 31 March (国令第492号第三十一条). */
function dateDue({ agencyKind, regionLevel }: AgencyThen, year: number): string {
  return year < 2019 ? `${year + 1}-03-31` : dueOn(agencyKind, regionLevel, year);
}

/** A section that is missing, which a finding says, is counted to the form of the other: it has no cells in either. */
function asWhole(report: Report): WholeReport | null {
  const { s2, s3, s4 } = report.forms;
  const form: FormId | null = s2 ?? s3;
  return form === null ? null : { ...report, forms: { s2: s2 ?? form, s3: s3 ?? form, s4: s4 ?? form } };
}
