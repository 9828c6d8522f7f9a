import { ask } from '../../ask/ask';
import { YearStatesDocument, type YearStatesQuery } from '../../generated/graphql';

export type YearState = YearStatesQuery['reports']['items'][number];

/** The reports a region and all below it owe for a year, page after page to the last. */
export async function yearStates(regionId: string, year: number): Promise<readonly YearState[]> {
  const items: YearState[] = [];
  let after: string | null = null;
  do {
    const { reports }: YearStatesQuery = await ask(YearStatesDocument, { regionId, year, after });
    items.push(...reports.items);
    after = reports.after ?? null;
  } while (after !== null);
  return items;
}
