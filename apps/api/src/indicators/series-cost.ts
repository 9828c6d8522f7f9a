import type { SeriesQuery } from '@gongkai/indicators';
import type { Caller } from '../database/caller';
import { type Refusal, refuse } from '../requests/refusal';
import type { IndicatorsStore } from './indicators.store';

/** Reports times figures that one question may add up: of the public, and of whoever has an account. */
const MOST_READ = { public: 3_000_000, account: 30_000_000 };
/** Points of groups that one answer may hold. */
const MOST_POINTS = { public: 30_000, account: 300_000 };

/** What a question costs is settled before it is asked of the reports: so many owed in the region and years, by so many figures. */
export async function refuseCost(
  { indicators }: { readonly indicators: IndicatorsStore },
  caller: Caller,
  query: SeriesQuery,
): Promise<Refusal | null> {
  const { regionId, from, to, questions, groupBy } = query;
  if (regionId === null) return null;
  const who = caller.kind === 'anonymous' ? 'public' : 'account';
  const figures = (await indicators.owed(regionId, from, to)) * questions.length;
  const points = groupBy === 'agency' ? figures : 1;
  if (figures <= MOST_READ[who] && points <= MOST_POINTS[who]) return null;
  const login = who === 'public' ? { zh: '，或登录后再查', en: ', or log in' } : { zh: '', en: '' };
  return refuse('BAD_REQUEST', {
    zh: `查询涉及 ${figures} 个数据，超过一次允许的数量，请缩小地区、年度或指标范围${login.zh}。`,
    en: `The question takes ${figures} figures, more than one may: choose a smaller region, fewer years or indicators${login.en}.`,
  });
}
