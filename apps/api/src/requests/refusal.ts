import type { RefusalCode } from '@gongkai/contract';
import type { ArrivalRow } from '../arrivals/arrivals.store';
import type { Finding, Words } from '@gongkai/model';

/** A request that is not carried out: data, never thrown, a member of the mutation's result. */
export interface Refusal {
  readonly __typename: 'Refusal';
  readonly code: RefusalCode;
  readonly message: Words;
  readonly findings: readonly Finding[];
  /** The receipt of what was sent and is refused; absent where nothing arrived. */
  readonly arrival?: ArrivalRow;
}

export function refuse(code: RefusalCode, message: Words, findings: readonly Finding[] = []): Refusal {
  return { __typename: 'Refusal', code, message, findings };
}

export function isRefusal(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && '__typename' in result && result.__typename === 'Refusal';
}

/** Refusals that are said in one way wherever they arise. */
export const REFUSALS = {
  notLoggedIn: () => refuse('NOT_LOGGED_IN', { zh: '请先登录。', en: 'Log in first.' }),
  notAllowed: () => refuse('NOT_ALLOWED', { zh: '您的账号没有办理此事的权限。', en: 'Your account may not do this.' }),
  fourEyes: () =>
    refuse('FOUR_EYES', {
      zh: '报送人不能审核自己报送的报告，请由另一位工作人员办理。',
      en: 'Who filed a report may not decide about it; another person must.',
    }),
  unknownAgency: () => refuse('UNKNOWN_AGENCY', { zh: '没有这个单位。', en: 'There is no such agency.' }),
  unknownRegion: () => refuse('UNKNOWN_REGION', { zh: '没有这个地区。', en: 'There is no such region.' }),
  unknownAccount: () =>
    refuse('UNKNOWN_ACCOUNT', { zh: '没有这个账号，或您无权处理。', en: 'There is no such account, or it is not yours to change.' }),
  noObligation: (agency: string, year: number) =>
    refuse('NO_OBLIGATION', { zh: `“${agency}”没有 ${year} 年度的报送任务。`, en: `“${agency}” owes no report for ${year}.` }),
  unknownComment: () =>
    refuse('UNKNOWN_COMMENT', { zh: '没有这条意见，或您无权查看。', en: 'There is no such comment, or you may not see it.' }),
  unknownDraft: () =>
    refuse('UNKNOWN_DRAFT', { zh: '没有草稿，或草稿已报送、已删除。', en: 'There is no draft, or it was filed or thrown away.' }),
  draftChanged: () =>
    refuse('DRAFT_CHANGED', {
      zh: '草稿已被他人更新，请先查看新的内容。',
      en: 'Somebody kept another version of the draft since; read it first.',
    }),
  unknownEdition: () =>
    refuse('UNKNOWN_EDITION', { zh: '没有这一版报告，或您无权查看。', en: 'There is no such edition, or you may not see it.' }),
} as const;
