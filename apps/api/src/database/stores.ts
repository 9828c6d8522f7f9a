import { AccountsStore } from '../accounts/accounts.store';
import { IndicatorsStore } from '../indicators/indicators.store';
import { OrganisationsStore } from '../organisations/organisations.store';
import { PlatformStore } from '../platform/platform.store';
import { EditionsStore } from '../submissions/editions.store';
import { ReportsStore } from '../submissions/reports.store';
import type { Sql } from './sql';

/** Every store, bound to one transaction of one caller. */
export interface Stores {
  readonly accounts: AccountsStore;
  readonly organisations: OrganisationsStore;
  readonly reports: ReportsStore;
  readonly editions: EditionsStore;
  readonly indicators: IndicatorsStore;
  readonly platform: PlatformStore;
}

export function storesOf(sql: Sql): Stores {
  return {
    accounts: new AccountsStore(sql),
    organisations: new OrganisationsStore(sql),
    reports: new ReportsStore(sql),
    editions: new EditionsStore(sql),
    indicators: new IndicatorsStore(sql),
    platform: new PlatformStore(sql),
  };
}
