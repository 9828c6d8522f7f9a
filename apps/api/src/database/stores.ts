import { AccountsStore } from '../accounts/accounts.store';
import { AttemptsStore } from '../accounts/attempts.store';
import { TokensStore } from '../accounts/tokens.store';
import { ArrivalsStore } from '../arrivals/arrivals.store';
import { AuditStore } from '../audit/audit.store';
import { BudgetsStore } from '../budgets/budgets.store';
import { CellSumsStore } from '../cell-sums/cell-sums.store';
import { CombinedReportsStore } from '../combined-reports/combined-reports.store';
import { CommentsStore } from '../comments/comments.store';
import { DraftsStore } from '../drafts/drafts.store';
import { ExplanationsStore } from '../explanations/explanations.store';
import { ImportsStore } from '../imports/imports.store';
import { IndicatorsStore } from '../indicators/indicators.store';
import { RolledSeriesStore } from '../indicators/rolled-series.store';
import { PointAgenciesStore } from '../indicators/point-agencies.store';
import { LocalRulesStore } from '../local-rules/local-rules.store';
import { NoticesStore } from '../notices/notices.store';
import { ApplicabilityStore } from '../organisations/applicability.store';
import { OrganisationsStore } from '../organisations/organisations.store';
import { PlatformStore } from '../platform/platform.store';
import { ReorganisationsStore } from '../reorganisations/reorganisations.store';
import { LeasesStore } from '../queue/leases.store';
import { QueueStore } from '../queue/queue.store';
import { RecordStore } from '../record/record.store';
import { EditionsStore } from '../submissions/editions.store';
import { RechecksStore } from '../submissions/rechecks.store';
import { ReportsStore } from '../submissions/reports.store';
import { SectionTextsStore } from '../submissions/section-texts.store';
import { StructuresStore } from '../structures/structures.store';
import type { Sql } from './sql';

/** Every store, bound to one transaction of one caller. */
export interface Stores {
  readonly accounts: AccountsStore;
  readonly attempts: AttemptsStore;
  readonly tokens: TokensStore;
  readonly audit: AuditStore;
  readonly budgets: BudgetsStore;
  readonly organisations: OrganisationsStore;
  readonly reorganisations: ReorganisationsStore;
  readonly applicability: ApplicabilityStore;
  readonly localRules: LocalRulesStore;
  readonly notices: NoticesStore;
  readonly rechecks: RechecksStore;
  readonly reports: ReportsStore;
  readonly editions: EditionsStore;
  readonly sectionTexts: SectionTextsStore;
  readonly cellSums: CellSumsStore;
  readonly combinedReports: CombinedReportsStore;
  readonly drafts: DraftsStore;
  readonly arrivals: ArrivalsStore;
  readonly comments: CommentsStore;
  readonly explanations: ExplanationsStore;
  readonly structures: StructuresStore;
  readonly indicators: IndicatorsStore;
  readonly rolledSeries: RolledSeriesStore;
  readonly pointAgencies: PointAgenciesStore;
  readonly platform: PlatformStore;
  readonly record: RecordStore;
  readonly imports: ImportsStore;
  readonly queue: QueueStore;
  readonly leases: LeasesStore;
}

export function storesOf(sql: Sql): Stores {
  return {
    accounts: new AccountsStore(sql),
    attempts: new AttemptsStore(sql),
    tokens: new TokensStore(sql),
    audit: new AuditStore(sql),
    budgets: new BudgetsStore(sql),
    organisations: new OrganisationsStore(sql),
    reorganisations: new ReorganisationsStore(sql),
    applicability: new ApplicabilityStore(sql),
    localRules: new LocalRulesStore(sql),
    notices: new NoticesStore(sql),
    rechecks: new RechecksStore(sql),
    reports: new ReportsStore(sql),
    editions: new EditionsStore(sql),
    sectionTexts: new SectionTextsStore(sql),
    cellSums: new CellSumsStore(sql),
    combinedReports: new CombinedReportsStore(sql),
    drafts: new DraftsStore(sql),
    arrivals: new ArrivalsStore(sql),
    comments: new CommentsStore(sql),
    explanations: new ExplanationsStore(sql),
    structures: new StructuresStore(sql),
    indicators: new IndicatorsStore(sql),
    rolledSeries: new RolledSeriesStore(sql),
    pointAgencies: new PointAgenciesStore(sql),
    platform: new PlatformStore(sql),
    record: new RecordStore(sql),
    imports: new ImportsStore(sql),
    queue: new QueueStore(sql),
    leases: new LeasesStore(sql),
  };
}
