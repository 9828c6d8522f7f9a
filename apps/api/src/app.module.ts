import { Global, Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { LoggerModule } from 'nestjs-pino';
import { AccountsModule } from './accounts/accounts.module';
import { ArrivalsModule } from './arrivals/arrivals.module';
import { AuditModule } from './audit/audit.module';
import { Budgets } from './budgets/budgets';
import { BudgetsModule } from './budgets/budgets.module';
import { CellSumsModule } from './cell-sums/cell-sums.module';
import { CombinedReportsModule } from './combined-reports/combined-reports.module';
import type { Config } from './config';
import { CLOCK, CONFIG } from './config-token';
import { Database } from './database/database';
import { DatabaseModule } from './database/database.module';
import { AmendmentEffectsModule } from './amendment-effects/amendment-effects.module';
import { CommentsModule } from './comments/comments.module';
import { DraftsModule } from './drafts/drafts.module';
import { ExplanationsModule } from './explanations/explanations.module';
import { ExportsModule } from './exports/exports.module';
import { graphqlOptions } from './graphql/graphql-options';
import { HealthModule } from './health/health.module';
import { ImportsModule } from './imports/imports.module';
import { IndicatorsModule } from './indicators/indicators.module';
import { logStream } from './log-stream';
import { LocalRulesModule } from './local-rules/local-rules.module';
import { NoticesModule } from './notices/notices.module';
import { OrganisationsModule } from './organisations/organisations.module';
import { PlatformModule } from './platform/platform.module';
import { QueueModule } from './queue/queue.module';
import { ReceivingModule } from './receiving/receiving.module';
import { RecordModule } from './record/record.module';
import { RegistersModule } from './registers/registers.module';
import { ReorganisationsModule } from './reorganisations/reorganisations.module';
import { RechecksModule } from './rechecks/rechecks.module';
import { ReportsModule } from './reports/reports.module';
import { SubmissionsModule } from './submissions/submissions.module';

@Global()
@Module({})
class ConfigModule {
  static with(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] };
  }
}

const SUBJECTS = [
  AccountsModule,
  AuditModule,
  RecordModule,
  OrganisationsModule,
  ReorganisationsModule,
  RegistersModule,
  LocalRulesModule,
  ReportsModule,
  SubmissionsModule,
  RechecksModule,
  ArrivalsModule,
  AmendmentEffectsModule,
  CommentsModule,
  DraftsModule,
  ImportsModule,
  NoticesModule,
  IndicatorsModule,
  ExplanationsModule,
  CellSumsModule,
  CombinedReportsModule,
  ExportsModule,
  PlatformModule,
  HealthModule,
];

/** The whole api: one module a subject, the door to the database, and GraphQL in front. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        LoggerModule.forRoot({
          pinoHttp: [
            { level: config.logLevel, autoLogging: false, redact: ['req.headers.cookie', 'req.headers.authorization'] },
            logStream(),
          ],
        }),
        DatabaseModule,
        QueueModule,
        BudgetsModule,
        ReceivingModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [Database, CLOCK, Budgets],
          useFactory: graphqlOptions,
        }),
        ...SUBJECTS,
      ],
    };
  }
}
