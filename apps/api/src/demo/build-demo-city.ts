import { accountsOf } from './accounts';
import type { DemoCity } from './demo-city';
import { filingsOf } from './filings';
import { AGENCIES, REGIONS, SUCCESSIONS } from './places';

/** The same city every time, from nothing but this code and the catalogue. */
export function buildDemoCity(): DemoCity {
  return {
    regions: REGIONS,
    agencies: AGENCIES,
    successions: SUCCESSIONS,
    filings: filingsOf(),
    accounts: accountsOf(AGENCIES, REGIONS),
  };
}
