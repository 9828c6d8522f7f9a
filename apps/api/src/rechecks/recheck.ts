import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import type { Finding, Report } from '@gongkai/model';
import { checkReport } from '@gongkai/rules';
import { SYSTEM } from '../database/caller';
import type { Database } from '../database/database';
import type { StoresOf } from '../database/named-stores';
import { LocalRulesStore } from '../local-rules/local-rules.store';
import { rulesOf } from '../local-rules/rules-of';
import { factsOf } from '../organisations/applicability.service';
import { ApplicabilityStore } from '../organisations/applicability.store';
import { reportOfEdition } from '../reports/edition-content';
import { type EditionRow, EditionsStore } from '../reports/editions.store';
import { RechecksStore } from './rechecks.store';
import { ReportsStore } from '../reports/reports.store';

const STORES = { reports: ReportsStore, applicability: ApplicabilityStore, localRules: LocalRulesStore, editions: EditionsStore };

/**
 * Checks editions again whose year before changed after they were filed, and keeps what is different: the database puts it into the outbox. Only
 * what is due is done, so that it may be asked again after a crash.
 */
export async function recheckFollowers(database: Database, now: Date, reportId: string): Promise<void> {
  const due = await database.read(SYSTEM, { rechecks: RechecksStore }, ({ rechecks }) => rechecks.due(reportId));
  for (const { editionId, againstEditionId } of due) {
    const changed = await database.read(SYSTEM, STORES, (stores) => changesBy(stores, editionId, againstEditionId));
    await database.write(SYSTEM, { rechecks: RechecksStore }, ({ rechecks }) =>
      rechecks.keep({ editionId, againstEditionId, checkedAt: now, ...changed }),
    );
  }
}

/** Findings that come and go when another edition of the year before stands. */
async function changesBy(
  stores: StoresOf<typeof STORES>,
  editionId: string,
  againstEditionId: string,
): Promise<Record<'findings' | 'resolved', readonly Finding[]>> {
  const edition = await editionOf(stores, editionId);
  const [report] = await stores.reports.reports([edition.reportId], edition.receivedAt);
  if (report === undefined) throw new Error(`edition ${editionId} has no report`);
  const agency = factsOf(report, await stores.applicability.ofAgencies([report.agencyId]));
  const extraRules = rulesOf(await stores.localRules.inForce(report.regionPath));
  const read = (row: EditionRow, year: number): Report => reportOfEdition(row, year);
  const check = (before: EditionRow | null): readonly Finding[] =>
    checkReport({
      forms: FORMS,
      cells: CELLS,
      declared: DECLARED,
      agency,
      extraRules,
      report: read(edition, report.year),
      expectedYear: report.year,
      filing: edition.documentSha256 === null ? 'online' : 'document',
      lastYear: before && read(before, report.year - 1),
    });
  const then = check(edition.lastYearId === null ? null : await editionOf(stores, edition.lastYearId));
  const now = check(await editionOf(stores, againstEditionId));
  return { findings: without(now, then), resolved: without(then, now) };
}

async function editionOf({ editions }: { readonly editions: EditionsStore }, id: string): Promise<EditionRow> {
  const [edition] = await editions.editions([id]);
  if (edition === undefined) throw new Error(`edition ${id} cannot be read`);
  return edition;
}

function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const known = new Set(others.map((finding) => JSON.stringify(finding)));
  return findings.filter((finding) => !known.has(JSON.stringify(finding)));
}
