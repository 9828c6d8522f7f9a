import { FORMS } from '@gongkai/catalogue';
import type { RefusalCode } from '@gongkai/contract';
import { type Finding, SHORTEST_EXPLANATION, type Words } from '@gongkai/model';

/** A request that is not carried out: data, never thrown, a member of the mutation's result. */
export interface Refusal {
  readonly __typename: 'Refusal';
  readonly code: RefusalCode;
  readonly message: Words;
  readonly findings: readonly Finding[];
}

export function refuse(code: RefusalCode, message: Words, findings: readonly Finding[] = []): Refusal {
  return { __typename: 'Refusal', code, message, findings };
}

export function isRefusal(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && '__typename' in result && result.__typename === 'Refusal';
}

/** Of what was sent, in a refusal. */
const LONGEST_NAME = 60;

/** Of the section that the id of a cell begins with; undefined where it is none. */
function sectionTitle(cell: string): string | undefined {
  const [code] = cell.split('/');
  const section = FORMS.flatMap(({ sections }) => sections).find((one) => one.code === code);
  return section && `“${section.title.zh}”`;
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
  /** A cell of no form. Its id is no Chinese word: the section it names is said as the forms print it, the id itself in English alone. */
  unknownCell: (cell: string) =>
    refuse('UNKNOWN_CELL', {
      zh: `${sectionTitle(cell) ?? '报告'}的表格中没有所指的单元格。`,
      en: `There is no cell “${cell.slice(0, LONGEST_NAME)}”.`,
    }),
  /** Fewer words, or other ones, explain nothing. */
  needsReason: () =>
    refuse('NEEDS_REASON', {
      zh: `请说明理由：不少于 ${SHORTEST_EXPLANATION} 个字，不能只是数字、标点、重复的字或者“无”“不知道”。`,
      en: `Say why, in at least ${SHORTEST_EXPLANATION} letters or characters that are more than digits, repetitions, “none” or “unknown”.`,
    }),
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
