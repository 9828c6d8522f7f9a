import type { Finding } from '@gongkai/model';
import { SYSTEM } from '../database/caller';
import type { Database } from '../database/database';
import type { StoresOf } from '../database/named-stores';
import { JUDGING, fetchGrounds, yearBefore } from '../judging/fetch-grounds';
import { judge } from '../judging/judge';
import { reportOfEdition } from '../reports/edition-content';
import { type EditionRow, EditionsStore } from '../reports/editions.store';
import { ReportsStore } from '../reports/reports.store';
import { RechecksStore } from './rechecks.store';

const STORES = { reports: ReportsStore, ...JUDGING };

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
  const [owner] = await stores.reports.reports([edition.reportId], edition.receivedAt);
  if (owner === undefined) throw new Error(`edition ${editionId} has no report`);
  const { year } = owner;
  const report = reportOfEdition(edition, year);
  const filing = edition.documentSha256 === null ? 'online' : 'document';
  const grounds = await fetchGrounds(stores, owner, { report, filing, toKeep: true });
  const judged = (before: EditionRow | null): readonly Finding[] =>
    judge(report, { ...grounds, lastYear: yearBefore(before, year) }).findings;
  const then = judged(edition.lastYearId === null ? null : await editionOf(stores, edition.lastYearId));
  const now = judged(await editionOf(stores, againstEditionId));
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
