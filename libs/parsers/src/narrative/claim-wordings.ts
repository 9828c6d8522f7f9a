import { CASES } from './case-wordings';
import { COUNT, END, FIGURE, MONEY, PASSED, REQUEST, THE_CASE, any, behind, upTo } from './claim-words';
import type { Wording } from './wording';

const PUBLISH = '(?:公开|发布|公布)(?:的)?(?:各类|各种|各项)?(?:公开)?(?:的)?';
const RECEIVE = '(?<!未|没有|没)(?:新?收到|新收|新?受理|新增|接收|接到|(?<=全年|本年|年度|共)收)(?:了)?';
const RECEIVED = /(?:收到|新收|受理|新增|接收|接到|(?:全年|本年|年度|共)收)/;
const ASKERS = '(?:任何|公民|、|法人(?:或|和|及)其[他它]组织|群众|申请人|社会公众|相关|有关|企业|提出|提交|关于|的){0,6}';
const NOT_FOR_OTHERS = /咨询|信访|投诉|复议|诉讼|补正|第三方|热线|信箱/;
const FEE = '(?:政府)?信息(?:公开)?(?:信息)?处理费(?:用)?';
const NONE = '(?:未|没有|没|尚未|无)(?:有)?';

/** A request, by whatever name, or none. */
const REQUEST_OR = `(?:${REQUEST}|(?:政府信息公开)?(?:申请)?(?:件|事项|案件)?)?`;

const OUTCOME = '(?:予以公开|部分公开|不予公开|无法提供|不予处理|其[他它]处理)';
/** How many there were stands beside it, or at least two other outcomes do. */
const REQUESTS_TOLD = new RegExp(
  `${REQUEST}${PASSED}|(?:答复|办结|办理|收到|新收|受理)(?:申请|的)?${PASSED}|${OUTCOME}(?:的)?${PASSED}[^。]{0,20}?${OUTCOME}(?:的)?${PASSED}[^。]{0,20}?${OUTCOME}(?:的)?${PASSED}`,
  'u',
);
const OTHER_MATTERS = /(?:公文|文件|建议|提案|会议|复议|诉讼|自然人|企业|组织|上年(?!度?(?:结转|转结|转入))|去年(?!结转)|历年)[^。;]*$/;

/** Where requests come in, side by side in one sentence. */
const CHANNELS = '(?:网络|网上|在线|线上|信函|邮寄|书面|当面|现场)(?:渠道|平台|方式)?';

/** A share of the requests received, named in the same sentence. */
const OF_THE_RECEIVED = { about: RECEIVED, not: /答复|办结|不予|予以|上年|结转|顺延/, isPart: true } as const;

/** The wordings of each declared figure of the catalogue. A number is claimed once, by the first figure of the catalogue that it fits. */
export const WORDINGS: Readonly<Record<string, Wording>> = {
  published_items: {
    names: ['公开', '发布', '公布'],
    sure: any(`(?<!申请|[多少])${PUBLISH}政府信息${COUNT}`),
    likely: new RegExp(`(?:主动${PUBLISH}(?:政务)?(?:信息)?|(?<!网站)(?:累计|全年|共)公开信息)${COUNT}`, 'gu'),
    besides: /(?:网站|微信|微博|公众号|抖音|客户端|新媒体)[^,;。\d]{0,14}(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:条|件|篇)/,
    channel: /(?:网站|府网|新媒体|微信|微博|公众号|平台|抖音|客户端)[^,;。]*$/,
  },
  interpretations: { names: ['解读'], sure: any(`${PUBLISH}(?:政策(?:文件)?)?解读(?:材料|信息|稿件)?${COUNT}`) },
  information_processing_fee: {
    names: ['处理费', '实际收取', '收费', '收取'],
    sure: any(
      `收取(?:的)?${FEE}${MONEY}`,
      `${FEE}(?:的)?(?:收取|收费)?(?:总额|情况)?${MONEY}`,
      `${behind('收费通知[^。]{0,30}', '实际收取')}${MONEY}`,
    ),
    none: any(
      `${NONE}(?:发生|产生|存在|涉及)?(?:向[^,。;]{1,10})?(?:收取|征收)?(?:过|任何|的)*${FEE}(?:的)?(?:收取|收费)?${THE_CASE}${END}`,
      `信息公开[^,。;\\d]{0,12}?${NONE}(?:发生|产生|存在)?(?:任何)?(?:收费|收取费用|收取任何费用)${THE_CASE}${END}`,
    ),
  },
  published_on_website: {
    names: ['网站'],
    sure: any(`网站(?:${upTo(14)}(?:公开|发布|更新)(?:的)?)?(?:各类|各种|各项)?(?:政府|政务)?(?:信息)?${COUNT}`),
    not: /(?:公报|微信|微博|新媒体|留言|答复|回复)[^,;。]*$/,
    isPart: true,
  },
  published_on_wechat: {
    names: ['微信'],
    sure: any(
      `微信公众号${COUNT}`,
      `微信(?:公众号)?${upTo(14)}(?:公开|发布|推送|推文|更新)(?:各类|各种|的)?(?:政府|政务)?(?:信息|文章|内容|消息)?${COUNT}`,
    ),
    not: /(?:抖音|微博)[^,;。\d]*$/,
    isPart: true,
  },
  published_on_weibo: {
    names: ['微博'],
    sure: any(`微博${upTo(14)}(?:公开|发布|推送|更新)(?:各类|各种|的)?(?:政府|政务)?(?:信息|文章|内容|消息)?${COUNT}`),
    not: /(?:抖音|微信)[^,;。\d]*$/,
    isPart: true,
  },
  gazette_issues: {
    names: ['公报'],
    sure: any(`公报》?(?:(?:全年|本年度?)?(?:出版|编发|发行|出刊))?(?:共|共计|累计)?(?<figure>\\d{1,3})期`),
    isPart: true,
  },
  requests_received: {
    names: ['收', '受理', '新增', '接', '无', '没有'],
    sure: any(
      `${RECEIVE}(?<between>${upTo(18)})${REQUEST}${COUNT}`,
      `(?:新收(?:到)?|(?:全年|本年度?)(?:共)?收(?:到)?)(?:的)?(?:申请|申请件|办件|件)?${COUNT}`,
      `${RECEIVE}(?:共|共计)?${FIGURE}(?<between>${upTo(8)})${REQUEST}`,
      `${RECEIVE}(?<bare>(?:各类)?申请)${COUNT}`,
      `${REQUEST}(?:共|总共)?(?:收到|受理|接收)${COUNT}`,
    ),
    none: any(
      `${NONE}(?:收到|接到|接收到?|受理)(?:过)?${ASKERS}${REQUEST}${THE_CASE}${END}`,
      `(?:未|没有)(?:收到|接到|受理)(?:过)?(?<bare>申请)${END}`,
      `(?:无|没有)${REQUEST}${THE_CASE}${END}`,
    ),
  },
  requests_by_natural_persons: applicants(['自然人', '公民'], '(?:自然人|(?<!、)公民)'),
  requests_by_enterprises: applicants(['企业'], '(?:商业企业|(?<![\\p{L}、])企业)'),
  requests_by_organizations: applicants(['组织'], '(?<!、)法人(?:或|和|及|、|或者)其[他它]组织'),
  requests_online: channel(['网', '线', '邮件'], '(?:网络|网上|在线|互联网|电子邮件|线上|网站平台)(?:渠道|平台|方式)?'),
  requests_by_mail: channel(['信函', '邮寄', '信件'], '(?:信函|邮寄|信件)(?:渠道|方式)?'),
  requests_in_person: channel(['当面', '现场'], '(?:当面|现场)(?:渠道|方式)?'),
  requests_carried_in: {
    names: ['结转', '转结', '转入', '未办'],
    sure: any(
      `(?:上年度?|上一?年度|去年)(?:结转|转结|转入)(?:的|至?本年度?|办理|继续办理){0,3}${REQUEST_OR}${COUNT}`,
      `结转(?:的)?上一?年度?(?:未办结|未办理|继续办理)?(?:的)?${REQUEST_OR}${COUNT}`,
      `(?:上年度?|上一年度?|去年)(?:未办结|未办理完毕)(?:而)?(?:结转|转入)?(?:至|到)?(?:本年度?)?(?:办理)?(?:的)?${REQUEST_OR}${COUNT}`,
    ),
    none: any(`(?:无|没有)上一?年度?(?:结转|转结|转入)(?:的|办理)*${REQUEST_OR}${THE_CASE}${END}`),
    isPart: true,
  },
  requests_processed: {
    names: ['答复', '办结', '办理'],
    sure: any(
      `(?<!未|不予|期|时|意|开|已)(?:答复|办结|办理|办理答复)(?:了|完结|完成|完毕)?(?<between>${upTo(10)})${REQUEST}${COUNT}`,
      `${REQUEST}${PASSED}(?:\\([^()]{0,30}\\))?[^。;\\d]{0,8}?(?:上年度?(?:结转|转结)${upTo(12)}${PASSED}[,、])?[^。;\\d]{0,6}?办结(?:申请)?${COUNT}`,
      `(?<=^|[,;。)已均共]|全部|全年|本年度?|当年)(?:按期|按时|依法|及时|如期|依规){0,2}(?:答复|办结)(?:申请人|申请|完毕)?${COUNT}(?!(?:留言|咨询|建议|提案|信访))`,
    ),
    about: new RegExp(`${REQUEST}|新收|申请`, 'u'),
    not: /(?:留言|咨询|建议|提案|信访|热线|投诉|工单|信箱|复议|诉讼|会议|公文|议案|许可)[^。;]*$/,
    isPart: true,
  },
  results_granted: result(['公开'], '(?:(?:予以|同意|主动告知)公开|(?<=(?:答复|办结|办理)[^。;,]{0,12}申请[^。;,]{0,12},其中:?)公开)'),
  results_partially_granted: result(['部分公开'], '(?<!公开(?:、|及|或|或者|和|与|以及)(?:予以)?)部分公开'),
  results_granted_or_partially: result(['部分公开'], '予以公开(?:及|或|或者|和|与|、|以及)(?:予以)?部分公开'),
  results_denied: result(['不予公开'], '不予公开'),
  results_unable: result(['无法提供'], '无法提供'),
  results_not_processed: result(['不予处理'], '不予处理'),
  results_other: result(['其他处理', '其它处理'], '其[他它]处理'),
  requests_carried_out: {
    names: ['转', '顺延'],
    sure: any(
      `(?:结转|转结|顺延)(?:至|到)?(?:下一?年度?|次年)(?:度)?(?:继续)?(?:办理|答复)?(?:的)?(?:申请)?${COUNT}`,
      `${FIGURE}(?:申请)?(?:按照[^,。;、]{1,12})?[^,。;:、\\d]{0,14}?(?:结转|转结|顺延|转入|转到)(?:至|到)?(?:下一?年|次年)(?![^,。;]{0,10}\\d)`,
      `(?:剩余|其余|余下|尚余|余)(?:的)?${FIGURE}(?:申请)?[^,。;:、\\d]{0,8}?(?:结转|转结|转入|转到|顺延)(?![^,。;]{0,10}\\d{1,3}[件项条])`,
      `尚有${FIGURE}(?:申请)?[^。;\\d]{0,16}?结转`,
      `办结(?:申请)?${PASSED}[,、](?:剩余|其余)?结转(?:申请)?${COUNT}`,
      `(?<!结)转(?:入|至|到)?(?:下一?年度?|次年)(?:度)?(?:继续)?(?:办理|答复|办结){0,2}(?:的)?(?:申请)?${COUNT}`,
    ),
    none: any(
      `(?:无|没有)(?:申请)?(?:需要?|需)?(?:结转|转结|顺延)(?:至|到)?(?:下一?年度?|次年)(?:度)?(?:继续)?(?:办理)?(?:的)?${REQUEST_OR}${THE_CASE}${END}`,
    ),
    isPart: true,
  },
  ...CASES,
};

/** An outcome of the requests, told beside how many there were. */
function result(names: readonly string[], outcome: string): Wording {
  return { names, sure: any(`${outcome}(?:答复)?(?:的)?(?:申请)?(?:有)?${COUNT}`), about: REQUESTS_TOLD, not: OTHER_MATTERS, isPart: true };
}

function applicants(names: readonly string[], who: string): Wording {
  return {
    names,
    sure: any(
      `${who}(?:提出|提交)?(?:的)?(?:申请)?(?:件)?${COUNT}`,
      `申请${COUNT}[,(](?<all>(?:均|都|全部|全都)(?:为|是|由|来自)?)${who}(?:提出|提交)?(?:的)?(?:申请)?(?:件)?${END}`,
    ),
    ...OF_THE_RECEIVED,
  };
}

function channel(names: readonly string[], how: string): Wording {
  return {
    names,
    sure: any(
      `${how}(?:提交|提出|收到|接收|受理)?(?:的)?(?:申请)(?:的|件|数)?${COUNT}`,
      `(?:通过|以)[^,。;、\\d]{0,4}${how}(?:提交|提出|申请)?(?:的)?${COUNT}`,
    ),
    ...OF_THE_RECEIVED,
    about: new RegExp(`${RECEIVED.source}|${CHANNELS}申请(?:的)?${PASSED}[^。]{0,12}${CHANNELS}申请(?:的)?${PASSED}`, 'u'),
  };
}

/** Between 收到 and 申请 stands nothing that is counted together with it. */
export function isMixed(between: string): boolean {
  return NOT_FOR_OTHERS.test(between);
}
