import type { SeriesQuery } from '@gongkai/indicators';

/** Whether the sums over regions that are kept hold the answer: latest editions, whole regions, no parting but by kind. */
export function isRolledUp({ regionId, groupBy, edition, asOf, kept, regionIds, agencyIds, systems }: SeriesQuery): boolean {
  const whole =
    regionId !== null && regionIds === null && agencyIds === null && systems === null && (groupBy === 'none' || groupBy === 'agency_kind');
  return whole && kept && edition === 'latest' && asOf === null;
}
