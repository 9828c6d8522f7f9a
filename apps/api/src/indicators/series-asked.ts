import { CATALOGUE } from '@gongkai/catalogue';
import { type SeriesAsked, type SeriesQuery, isObjection, seriesQuestion } from '@gongkai/indicators';
import type { Caller } from '../database/caller';
import type { OrganisationsStore } from '../organisations/organisations.store';
import { isId } from '../requests/is-id';
import { REFUSALS, type Refusal, refuse } from '../requests/refusal';
import { refuseObjection } from '../requests/refuse-objection';

const GROUPS_AT_MOST = 500;

/** What is asked as the statements take it, or why it is not answered. */
export function queryOf(asked: SeriesAsked): SeriesQuery | Refusal {
  const query = seriesQuestion(asked, CATALOGUE);
  if (isObjection(query)) return refuseObjection(query);
  const { filter, page } = asked;
  const ids = [...(filter?.regionIds ?? []), ...(filter?.agencyIds ?? []), ...(page?.after ? [page.after] : [])];
  const isInBounds = page === undefined || (page.first >= 1 && page.first <= GROUPS_AT_MOST);
  if (ids.every(isId) && isInBounds) return query;
  return refuse('BAD_REQUEST', { zh: '筛选条件或分页参数有误。', en: 'A filter or a page is not understood.' });
}

/** Whether there is such a place, and the caller may see the sums asked for. */
export async function refuseScope(
  stores: { readonly organisations: OrganisationsStore },
  caller: Caller,
  query: SeriesQuery,
): Promise<Refusal | null> {
  const { regionId, agencyId, state } = query;
  if (regionId !== null && !isId(regionId)) return REFUSALS.unknownRegion();
  if (agencyId !== null && !isId(agencyId)) return REFUSALS.unknownAgency();
  const path = await scopePath(stores, regionId, agencyId);
  if (path === null) return regionId === null ? REFUSALS.unknownAgency() : REFUSALS.unknownRegion();
  if (state === 'published') return null;
  if (!seesAccepted(caller, path, agencyId)) return REFUSALS.notAllowed();
  return query.asOf !== null && caller.kind === 'account' && caller.role === 'analyst' ? noPast() : null;
}

/** An analyst sees what stands accepted, not what did: a sum of the past would silently lack the editions amended since. */
function noPast(): Refusal {
  return refuse('NOT_ALLOWED', {
    zh: '分析员只能查看目前已审核的版本；查询某一时点请使用已公布的数据。',
    en: 'An analyst sees the editions accepted now: ask for published figures as of a moment.',
  });
}

async function scopePath(
  { organisations }: { readonly organisations: OrganisationsStore },
  regionId: string | null,
  agencyId: string | null,
): Promise<readonly string[] | null> {
  if (regionId !== null) {
    const path = await organisations.pathOf(regionId);
    return path.length === 0 ? null : path;
  }
  const [agency] = await organisations.agencies(agencyId === null ? [] : [agencyId]);
  return agency === undefined ? null : organisations.pathOf(agency.regionId);
}

function seesAccepted(caller: Caller, path: readonly string[], agencyId: string | null): boolean {
  if (caller.kind !== 'account') return caller.kind === 'system';
  if (caller.role === 'administrator') return true;
  if (caller.role === 'agency') return agencyId !== null && caller.agencyId === agencyId;
  return caller.regionId !== null && path.includes(caller.regionId);
}
