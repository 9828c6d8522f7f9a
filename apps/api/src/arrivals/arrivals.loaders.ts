import DataLoader from 'dataloader';
import { perRequest } from '../requests/loaders';
import type { PageBounds } from '../requests/page';
import { type ArrivalsOfReport, ArrivalsStore } from './arrivals.store';

/** A page of what arrived for a report. */
export interface ArrivalsAsked {
  readonly reportId: string;
  readonly bounds: PageBounds;
}

const nameOf = ({ limit, offset }: PageBounds): string => `${limit} from ${offset}`;

/** One asking for all reports of whom the same page is asked. */
export const arrivalsOfReport = perRequest(({ database, caller }) => {
  const ask = (reportIds: readonly string[], bounds: PageBounds): Promise<readonly ArrivalsOfReport[]> =>
    database.read(caller, { arrivals: ArrivalsStore }, ({ arrivals }) => arrivals.ofReports(reportIds, bounds));
  return new DataLoader<ArrivalsAsked, ArrivalsOfReport, string>(
    async (asked) => {
      const pages = new Map(asked.map(({ bounds }) => [nameOf(bounds), bounds]));
      const found = new Map<string, ArrivalsOfReport>();
      for (const [name, bounds] of pages) {
        const ids = asked.filter((each) => nameOf(each.bounds) === name).map(({ reportId }) => reportId);
        for (const each of await ask(ids, bounds)) found.set(`${name} of ${each.reportId}`, each);
      }
      return asked.map(
        ({ reportId, bounds }) => found.get(`${nameOf(bounds)} of ${reportId}`) ?? new Error(`report ${reportId} was not looked at`),
      );
    },
    { cacheKeyFn: ({ reportId, bounds }) => `${nameOf(bounds)} of ${reportId}` },
  );
});
