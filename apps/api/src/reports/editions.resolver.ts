import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { EditionTotalsArgs, QueryEditionArgs } from '@gongkai/contract';
import { FORMS, formOf } from '@gongkai/catalogue';
import type { FormId, Finding, TableSection } from '@gongkai/model';
import { twinFindings, withoutLastYear } from '@gongkai/rules';
import { noteReading } from '../audit/audit.loaders';
import { type CommentRow, answerTo, commentsOf } from './cell-comment';
import type { Caller } from '../database/caller';
import { Asking, Loading } from '../requests/asking';
import type { Loaders } from '../requests/loaders';
import { type DeclaredValueRow, declaredValues } from './declared-values';
import { type CellValueRow, cellValuesOfEdition, isNil } from './edition-content';
import { type ComparedTotalRow, totalsOfEdition } from './edition-totals';
import type { EditionRow, EventRow, KeptFile } from './editions.store';
import type { ReportRow } from './reports.store';
import { type EditionRights, editionRights, readsTheFile } from './rights';
import {
  editionById,
  editionsOfReport,
  eventsOfEdition,
  fileBySha256,
  findingsOfEdition,
  provenanceOfEdition,
  reportById,
  twinsOfEdition,
} from './reports.loaders';

export type EditionResult = EditionRow & { readonly __typename: 'Edition' };

interface DocumentRow extends KeptFile {
  readonly name: string;
  /** Path under which the file itself is given. */
  readonly path: string;
}

/** An event as told: by whom, and the comments as they stand now. */
type DatedEvent = Omit<EventRow, 'comments'> & { readonly by: string; readonly comments: readonly CommentRow[] };

@Resolver('Edition')
export class EditionsResolver {
  @Query()
  edition(@Args() { id }: QueryEditionArgs, @Loading() loaders: Loaders): Promise<EditionRow | null> {
    return editionById(loaders).load(id);
  }

  @ResolveField()
  report(@Parent() edition: EditionRow, @Loading() loaders: Loaders): Promise<ReportRow | null> {
    return reportById(loaders).load(edition.reportId);
  }

  @ResolveField()
  receipt(@Parent() edition: EditionRow, @Loading() loaders: Loaders): Promise<ReceiptRow> {
    return receiptOf(edition, loaders);
  }

  @ResolveField()
  forms(@Parent() edition: EditionRow): Readonly<Record<TableSection, FormId>> {
    return { s2: edition.s2Form, s3: edition.s3Form, s4: edition.s4Form };
  }

  @ResolveField()
  async cells(@Parent() edition: EditionRow, @Loading() loaders: Loaders): Promise<readonly CellValueRow[]> {
    if (edition.state !== 'published') await noteReading(loaders).load(edition.id);
    const provenance = await provenanceOfEdition(loaders).load(edition.id);
    if (provenance === null) throw new Error(`edition ${edition.id} has no provenance`);
    return cellValuesOfEdition(edition, provenance);
  }

  @ResolveField()
  nil(@Parent() edition: EditionRow): boolean {
    return isNil(edition);
  }

  @ResolveField()
  totals(@Parent() edition: EditionRow, @Args() { differing }: EditionTotalsArgs): readonly ComparedTotalRow[] {
    const totals = totalsOfEdition(edition);
    return differing === true
      ? totals.filter(({ reported, computed }) => reported !== null && computed !== null && reported !== computed)
      : totals;
  }

  @ResolveField()
  declared(@Parent() edition: EditionRow): readonly DeclaredValueRow[] {
    return declaredValues(edition.declared);
  }

  /** As kept, and what others sent alike since then or before: both as far as the caller may see the reports that it was held against. */
  @ResolveField()
  async findings(@Parent() edition: EditionRow, @Loading() loaders: Loaders): Promise<readonly Finding[]> {
    const [kept, twins, report, lastYear] = await Promise.all([
      findingsOfEdition(loaders).load(edition.id),
      twinsOfEdition(loaders).load(edition.id),
      reportById(loaders).load(edition.reportId),
      edition.lastYearId === null ? null : editionById(loaders).load(edition.lastYearId),
    ]);
    if (report === null) throw new Error(`edition ${edition.id} has no report`);
    const isHidden = edition.lastYearId !== null && lastYear === null;
    const findings = isHidden ? withoutLastYear(FORMS, report.year)(kept) : kept;
    return [...findings, ...twinFindings(formOf(edition.s3Form), twins)];
  }

  @ResolveField()
  async events(@Asking() caller: Caller, @Parent() edition: EditionRow, @Loading() loaders: Loaders): Promise<readonly DatedEvent[]> {
    const [report, events, editions] = await Promise.all([
      reportById(loaders).load(edition.reportId),
      eventsOfEdition(loaders).load(edition.id),
      editionsOfReport(loaders).load(edition.reportId),
    ]);
    const later = answerTo(edition, editions);
    const told = events.map((event) => ({ ...event, by: personOrOffice(event), comments: commentsOf(edition, [event], later) }));
    return report !== null && readsTheFile(caller, report) ? told : told.map((event) => ({ ...event, why: null, comments: [] }));
  }

  @ResolveField()
  async document(@Parent() edition: EditionRow, @Loading() loaders: Loaders): Promise<DocumentRow | null> {
    const { id, documentSha256, documentName } = edition;
    if (documentSha256 === null || documentName === null) return null;
    const file = await fileBySha256(loaders).load(documentSha256);
    return file === null ? null : { ...file, name: documentName, path: `/documents/${id}` };
  }

  @ResolveField()
  checkedAgainst(@Parent() edition: EditionRow, @Loading() loaders: Loaders): Promise<EditionRow | null> | null {
    return edition.lastYearId === null ? null : editionById(loaders).load(edition.lastYearId);
  }

  @ResolveField()
  async may(@Asking() caller: Caller, @Parent() edition: EditionRow, @Loading() loaders: Loaders): Promise<EditionRights> {
    const report = await reportById(loaders).load(edition.reportId);
    if (report === null) throw new Error(`edition ${edition.id} has no report`);
    return editionRights(caller, report, edition);
  }

  @ResolveField()
  predecessor(@Parent() edition: EditionRow, @Loading() loaders: Loaders): Promise<EditionRow | null> | null {
    return edition.predecessorId === null ? null : editionById(loaders).load(edition.predecessorId);
  }
}

@Resolver('Submission')
export class SubmissionsReceiptResolver {
  @ResolveField()
  receipt(@Parent() submission: { readonly edition: EditionRow }, @Loading() loaders: Loaders): Promise<ReceiptRow> {
    return receiptOf(submission.edition, loaders);
  }
}

interface ReceiptRow {
  readonly number: string;
  readonly receivedAt: Date;
  readonly contentSha256: string;
  readonly documentSha256: string | null;
  readonly submittedBy: string;
}

async function receiptOf(edition: EditionRow, loaders: Loaders): Promise<ReceiptRow> {
  const { receiptNumber: number, receivedAt, contentSha256, documentSha256 } = edition;
  const [filed] = await eventsOfEdition(loaders).load(edition.id);
  return { number, receivedAt, contentSha256, documentSha256, submittedBy: filed === undefined ? '' : personOrOffice(filed) };
}

function personOrOffice(event: EventRow): string {
  return event.byName === null ? event.byOffice : event.byName;
}
