import { COUNT, END, FIGURE, MONEY, PASSED, REQUEST, upTo } from './claim-words';

/** How a claim is worded. `sure` wording names what is counted; `likely` counts only where nothing contradicts it. */
export interface Wording {
  readonly sure: readonly RegExp[];
  readonly likely?: RegExp;
  /** Says in words that there was none. */
  readonly none?: readonly RegExp[];
  /** What the sentence, or the one before it, must speak of. */
  readonly about?: RegExp;
  /** What may not stand before the claim in its sentence. */
  readonly not?: RegExp;
  /** Tells, before the claim, that one channel is meant. */
  readonly channel?: RegExp;
  /** Named as a part of another number by its nature: 其中自然人72件. */
  readonly isPart?: boolean;
}

const any = (...sources: readonly string[]): readonly RegExp[] => sources.map((source) => new RegExp(source, 'gu'));

const PUBLISH = '(?:公开|发布|公布)(?:的)?(?:各类|各种|各项)?(?:公开)?(?:的)?';
const RECEIVE = '(?<!未|没有|没)(?:新?收到|新收|新?受理|新增|接收|接到)(?:了)?';
const RECEIVED = /(?:收到|新收|受理|新增|接收|接到)/;
const ASKERS = '(?:任何|公民|、|法人(?:或|和|及)其[他它]组织|群众|申请人|社会公众|相关|有关|企业|提出|提交|关于|的){0,6}';
const NOT_FOR_OTHERS = /咨询|信访|投诉|复议|诉讼|补正|第三方|热线|信箱/;
/** Cases the agency decides for others are not cases against it. */
const AS_JUDGE = /(?:受理|审理|审查|办理|代理|承办|审结|指导|处理)[^,。;]*$/;
const ABOUT_OGI = /信息公开|依申请公开|公开申请/;
const OF_OTHERS = /(?:起草|代拟|协助|配合|报请|名义|审查|审核|上级|转发|参与)[^,。;]*$/;
const DOCUMENTS = '(?:行政)?规范性文件';
const FEE = '(?:政府)?信息(?:公开)?(?:信息)?处理费(?:用)?';
const NONE = '(?:未|没有|没|尚未|无)(?:有)?';
const ARISE = '(?:发生|出现|产生|收到|接到|有|涉及|引发|引起|被|因|提起)';
const NO_CASES = `(?:(?:未|没有|没|尚未)${ARISE}|没有|无(?=发生|因|行政|政府信息|信息公开|依申请|涉及|引发|被|相关))`;
const THE_CASE = '(?:的)?(?:情况|事项|情形|问题|案件|案例)?';
const AND_SUITS = '(?:(?:或者?|和|及|以及|、|与|/)?(?:被)?(?:提起)?(?:行政)?诉讼(?:案件)?)?';
const SUITS_ALONE = '(?<!复议(?:案件|申请)?(?:、|和|及|或|或者|与|以及|/)(?:被)?(?:提起)?(?:行政)?)(?:(?<!行政)诉讼|行政诉讼)';

const REQUESTS_TOLD = new RegExp(`${REQUEST}${PASSED}|(?:答复|办结|办理|收到|新收|受理)(?:申请)?${PASSED}`, 'u');
const OTHER_MATTERS = /(?:公文|文件|建议|提案|会议|复议|诉讼|自然人|企业|组织|上年|去年|历年)[^。;]*$/;

/** A share of the requests received, named in the same sentence. */
const OF_THE_RECEIVED = { about: RECEIVED, not: /答复|办结|不予|予以|上年|结转|顺延/, isPart: true } as const;

/** The wordings of each declared figure of the catalogue. A number is claimed once, by the first figure of the catalogue that it fits. */
export const WORDINGS: Readonly<Record<string, Wording>> = {
  published_items: {
    sure: any(`${PUBLISH}政府信息${COUNT}`),
    likely: new RegExp(`主动${PUBLISH}(?:政务)?(?:信息)?${COUNT}`, 'gu'),
    channel: /(?:网站|府网|新媒体|微信|微博|公众号|平台|抖音|客户端)[^,;。]*$/,
  },
  interpretations: { sure: any(`${PUBLISH}政策(?:文件)?解读(?:材料|信息|稿件)?${COUNT}`) },
  information_processing_fee: {
    sure: any(`收取(?:的)?${FEE}${MONEY}`, `${FEE}(?:的)?(?:收取|收费)?(?:总额|情况)?${MONEY}`),
    none: any(
      `${NONE}(?:发生|产生|存在|涉及)?(?:向[^,。;]{1,10})?(?:收取|征收)?(?:过|任何|的)*${FEE}(?:的)?(?:收取|收费)?${THE_CASE}${END}`,
      `信息公开[^,。;\\d]{0,12}?${NONE}(?:发生|产生|存在)?(?:任何)?(?:收费|收取费用|收取任何费用)${THE_CASE}${END}`,
    ),
  },
  published_on_website: {
    sure: any(`网站(?:${upTo(14)}(?:公开|发布|更新)(?:的)?)?(?:各类|各种|各项)?(?:政府|政务)?(?:信息)?${COUNT}`),
    not: /(?:公报|微信|微博|新媒体|留言|答复|回复)[^,;。]*$/,
    isPart: true,
  },
  published_on_wechat: {
    sure: any(`微信(?:公众号)?${upTo(14)}(?:公开|发布|推送|更新)(?:各类|各种|的)?(?:政府|政务)?(?:信息|文章|内容|消息)?${COUNT}`),
    not: /(?:抖音|微博)[^,;。]*$/,
    isPart: true,
  },
  published_on_weibo: {
    sure: any(`微博${upTo(14)}(?:公开|发布|推送|更新)(?:各类|各种|的)?(?:政府|政务)?(?:信息|文章|内容|消息)?${COUNT}`),
    not: /(?:抖音|微信)[^,;。]*$/,
    isPart: true,
  },
  gazette_issues: { sure: any(`公报》?(?:共|共计|累计)?(?<figure>\\d{1,3})期`), isPart: true },
  requests_received: {
    sure: any(
      `${RECEIVE}(?<between>${upTo(18)})${REQUEST}${COUNT}`,
      `新收(?:到)?(?:的)?(?:申请|申请件|办件)${COUNT}`,
      `${RECEIVE}(?:共|共计)?${FIGURE}(?<between>${upTo(8)})${REQUEST}`,
      `${REQUEST}(?:共|总共)?(?:收到|受理|接收)${COUNT}`,
    ),
    none: any(`${NONE}(?:收到|接到|接收到?|受理)(?:过)?${ASKERS}${REQUEST}${THE_CASE}${END}`, `(?:无|没有)${REQUEST}${THE_CASE}${END}`),
  },
  requests_by_natural_persons: applicants('自然人'),
  requests_by_enterprises: applicants('商业企业'),
  requests_by_organizations: applicants('(?<!、)法人(?:或|和|及|、|或者)其[他它]组织'),
  requests_online: channel('(?:网络|网上|在线|互联网|电子邮件|线上)(?:渠道|平台|方式)?'),
  requests_by_mail: channel('(?:信函|邮寄|信件)(?:渠道|方式)?'),
  requests_in_person: channel('(?:当面|现场)(?:渠道|方式)?'),
  requests_carried_in: {
    sure: any(
      `(?:上年度?|上一?年度|去年)(?:结转|转结|转入)(?:的|办理|继续办理)?(?:政府信息公开)?(?:申请)?(?:件)?${COUNT}`,
      `结转上年度?(?:的)?(?:申请)?(?:件)?${COUNT}`,
    ),
    isPart: true,
  },
  requests_processed: {
    sure: any(
      `(?<!未|不予|期|时|意|开|已)(?:答复|办结|办理|办理答复)(?:了|完结|完成|完毕)?(?<between>${upTo(10)})${REQUEST}${COUNT}`,
      `${REQUEST}${PASSED}(?:\\([^()]{0,30}\\))?[^。;\\d]{0,8}?(?:上年度?(?:结转|转结)${upTo(12)}${PASSED}[,、])?[^。;\\d]{0,6}?办结(?:申请)?${COUNT}`,
    ),
  },
  results_granted: result('予以公开'),
  results_partially_granted: result('(?<!公开(?:、|及|或|和|与|以及)(?:予以)?)部分公开'),
  results_granted_or_partially: result('予以公开(?:及|或|和|与|、|以及)(?:予以)?部分公开'),
  results_denied: result('不予公开'),
  results_unable: result('无法提供'),
  results_not_processed: result('不予处理'),
  results_other: result('其[他它]处理'),
  requests_carried_out: {
    sure: any(
      `(?:结转|转结|顺延)(?:至|到)?(?:下一?年度?|次年)(?:度)?(?:继续)?(?:办理|答复)?(?:的)?(?:申请)?${COUNT}`,
      `${FIGURE}(?:申请)?(?:按照[^,。;]{1,12})?${upTo(6)}(?:结转|转结|顺延)(?:至|到)?(?:下一?年|次年)`,
    ),
    isPart: true,
  },
  reviews: {
    sure: any(`行政复议(?:案件|申请|事项|办件|案)?${COUNT}`, `${FIGURE}(?:政府信息公开)?(?:类)?行政复议`),
    none: any(`${NO_CASES}[^,。;\\d]{0,16}?行政复议(?:案件|申请|事项)?${AND_SUITS}${THE_CASE}${END}`),
    about: ABOUT_OGI,
    not: AS_JUDGE,
  },
  suits: {
    sure: any(`${SUITS_ALONE}(?:案件|案)?${COUNT}`, `${FIGURE}(?:政府信息公开)?(?:类)?行政诉讼`),
    none: any(`${NO_CASES}[^,。;\\d]{0,24}?诉讼(?:案件)?${THE_CASE}${END}`),
    about: ABOUT_OGI,
    not: AS_JUDGE,
  },
  normative_issued: {
    sure: any(
      `(?:制定|制发|印发|出台|新制发)(?:了|的|和|、|并|发布|印发|出台|公开|公布){0,6}${DOCUMENTS}${COUNT}`,
      `${DOCUMENTS}(?:本年)?(?:新?制发|新?制定)${COUNT}`,
    ),
    not: OF_OTHERS,
  },
  normative_repealed: { sure: any(`(?:宣布)?废止(?:了|的)?${DOCUMENTS}${COUNT}`), not: OF_OTHERS },
  normative_in_force: { sure: any(`(?:现行|继续)有效(?:的)?${DOCUMENTS}${COUNT}`), not: OF_OTHERS },
};

/** An outcome of the requests, told beside how many there were. */
function result(outcome: string): Wording {
  return { sure: any(`${outcome}(?:的)?(?:申请)?${COUNT}`), about: REQUESTS_TOLD, not: OTHER_MATTERS, isPart: true };
}

function applicants(who: string): Wording {
  return { sure: any(`${who}(?:提出|提交)?(?:的)?(?:申请)?(?:件)?${COUNT}`), ...OF_THE_RECEIVED };
}

function channel(how: string): Wording {
  return { sure: any(`${how}(?:提交|提出|收到|接收|受理)?(?:的)?(?:申请)(?:件|数)?${COUNT}`), ...OF_THE_RECEIVED };
}

/** Between 收到 and 申请 stands nothing that is counted together with it. */
export function isMixed(between: string): boolean {
  return NOT_FOR_OTHERS.test(between);
}
