import { COUNT, END, FIGURE, THE_CASE, any, behind } from './claim-words';
import type { Wording } from './wording';

/** Cases the agency decides for others are not cases against it. */
const AS_JUDGE = /(?:受理|审理|审查|办理|代理|承办|审结|指导|处理)[^,。;]*$/;
/** So are their results, told behind a comma. */
const RESULTS_AS_JUDGE = /(?:受理|审理|审查|办理|代理|承办|审结|指导|处理)[^。;]{0,60}(?:复议|诉讼)[^。;]{0,60}$/;
const ABOUT_OGI = /信息公开|依申请公开|公开申请/;
const OF_OTHERS = /(?:起草|代拟|协助|配合|报请|名义|审查|审核|上级|转发|参与)[^,。;]*$/;
const DOCUMENTS = '(?:行政)?规范性文件';
/** 制发行政规范性文件4件，废止2件，现行有效37件: the rest of the row, as section two prints it. */
const LISTED = `(?:制定|制发|印发|出台)[^。;,]{0,6}${DOCUMENTS}[^。;]{0,16}`;
const ARISE = '(?:发生|出现|产生|收到|接到|有|涉及|引发|引起|被|因|提起)';
const NO_CASES = `(?:(?:未|没有|没|尚未)${ARISE}|没有|无(?=发生|因|行政|政府信息|信息公开|依申请|涉及|引发|被|相关))`;
const AND_SUITS = '(?:(?:或者?|和|及|以及|、|与|/)?(?:被)?(?:提起)?(?:行政)?诉讼(?:案件)?)?';
const SUITS_ALONE =
  '(?<!直接(?:提起)?(?:行政)?)(?<!复议后(?:再)?(?:提起)?(?:行政)?)(?<!复议(?:案件|申请)?(?:、|和|及|或|或者|与|以及|/)(?:被)?(?:提起)?(?:行政)?)(?:(?<!行政)诉讼|行政诉讼)';
/** Of another undertaking than deciding: lists, credit records, trainings. */
const ONLY_TOLD =
  /(?:取消|精简|下放|承接|公示|公开|发布|归集|报送|录入|上传|信息|信用|培训|清单|目录|事项|审核|评查|检查|抽查|全市|全省|全国)[^,。;]*$/;
const ACTS = '(?:作出|实施|办理|下达|开展|办结)';
/** What a sentence names that tells of a result. */
const RESULT_NAMES = { upheld: ['维持'], corrected: ['纠正'], other: ['其他结果', '其它结果'], pending: ['未审结'] } as const;
const RESULTS = { upheld: '(?:结果)?维持', corrected: '(?:结果)?(?:被)?纠正', other: '其[他它]结果', pending: '(?:尚)?未审结' } as const;

const ALL = '(?<all>(?:均|都|全部|全都)(?:为|被|获|是|获得|予以){0,2}|为)';

/** Wordings about cases against the agency, its documents and its decisions. */
export const CASES: Readonly<Record<string, Wording>> = {
  reviews: {
    names: ['复议'],
    sure: any(`行政复议(?:案件|申请|事项|办件|案)?${COUNT}`, `${FIGURE}(?:政府信息公开)?(?:类)?行政复议`),
    none: any(`${NO_CASES}[^,。;\\d]{0,16}?(?:行政复议|被申请复议)(?:案件|申请|事项)?${AND_SUITS}${THE_CASE}${END}`),
    about: ABOUT_OGI,
    not: AS_JUDGE,
    isPart: true,
  },
  suits: {
    names: ['诉讼'],
    sure: any(`${SUITS_ALONE}(?:案件|案)?${COUNT}`, `${FIGURE}(?:政府信息公开)?(?:类)?行政诉讼`),
    none: any(`${NO_CASES}[^,。;\\d]{0,24}?诉讼(?:案件)?(?:发生)?${THE_CASE}${END}`),
    about: ABOUT_OGI,
    not: AS_JUDGE,
    isPart: true,
  },
  normative_issued: {
    names: ['规范性文件'],
    sure: any(
      `(?:制定|制发|印发|出台|新制发)(?:了|的|和|、|并|发布|印发|出台|公开|公布){0,6}${DOCUMENTS}${COUNT}`,
      `${DOCUMENTS}(?:本年)?(?:新?制发|新?制定)${COUNT}`,
    ),
    none: any(`(?:未|没有|没)(?:制定|制发|印发|出台|新制定|新制发)(?:过|发布|出台|公开)*(?:任何)?${DOCUMENTS}${THE_CASE}${END}`),
    not: OF_OTHERS,
  },
  normative_repealed: {
    names: ['废止'],
    sure: any(`(?:宣布)?废止(?:了|的)?${DOCUMENTS}${COUNT}`, `${behind(LISTED, '废止')}${COUNT}`),
    none: any(`(?:未|没有|没)(?:宣布)?废止(?:过|任何|的)*${DOCUMENTS}${THE_CASE}${END}`),
    not: OF_OTHERS,
  },
  normative_in_force: {
    names: ['有效'],
    sure: any(`(?:现行|继续)有效(?:的)?${DOCUMENTS}${COUNT}`, `${behind(LISTED, '现行有效')}${COUNT}`),
    not: OF_OTHERS,
  },
  reviews_upheld: reviewResult('upheld'),
  reviews_corrected: reviewResult('corrected'),
  reviews_other: reviewResult('other'),
  reviews_pending: reviewResult('pending'),
  suits_upheld: suitResult('upheld'),
  suits_corrected: suitResult('corrected'),
  suits_other: suitResult('other'),
  suits_pending: suitResult('pending'),
  suits_direct: {
    names: ['复议'],
    sure: any(`未经(?:行政)?复议(?:而)?直接(?:提起(?:行政)?诉讼|起诉)(?:的)?(?:案件)?${COUNT}`),
    isPart: true,
  },
  suits_after_review: {
    names: ['复议'],
    sure: any(`(?<!未经)(?:行政)?复议后(?:再)?(?:提起(?:行政)?诉讼|起诉)(?:的)?(?:案件)?${COUNT}`),
    isPart: true,
  },
  licences: decisions('许可'),
  penalties: decisions('处罚'),
  compulsion: decisions('强制'),
};

/** 行政复议5件，均为其他结果; 行政复议10件，其中结果维持4件，结果纠正3件. */
function reviewResult(result: keyof typeof RESULTS): Wording {
  return {
    names: RESULT_NAMES[result],
    sure: any(
      `行政复议(?:案件|申请|事项)?${COUNT}[,(](?:复议)?(?:结果)?${ALL}${RESULTS[result]}(?=[,。;)]|$)`,
      `${behind('行政复议[^;。诉]{0,60}', RESULTS[result])}(?:的)?(?:案件)?${COUNT}`,
    ),
    not: RESULTS_AS_JUDGE,
    isPart: true,
  };
}

function suitResult(result: keyof typeof RESULTS): Wording {
  return {
    names: RESULT_NAMES[result],
    sure: any(
      `(?:行政诉讼|直接起诉|复议后起诉)(?:案件)?${COUNT}[,(](?:诉讼)?(?:结果)?${ALL}${RESULTS[result]}(?=[,。;)]|$)`,
      `${behind('行政诉讼[^;。议]{0,60}', RESULTS[result])}(?:的)?(?:案件)?${COUNT}`,
    ),
    not: RESULTS_AS_JUDGE,
    isPart: true,
  };
}

/** 行政处罚处理决定数量39件, 作出行政处罚决定39件, 未实施行政强制. */
function decisions(kind: string): Wording {
  return {
    names: [kind],
    sure: any(
      `行政${kind}(?:处理)?(?:决定)?(?:案件)?${COUNT}(?<!项|条)`,
      `(?:行政)?${kind}(?:处理决定)?数量${COUNT}`,
      `${ACTS}(?:了|各类|的)*行政${kind}(?:处理)?(?:决定|案件)?${COUNT}`,
      `${ACTS}行政${kind}(?:处理)?决定(?:书)?${FIGURE}`,
    ),
    none: any(
      `(?:(?:未|没有|没)(?:作出|实施|发生|开展|办理)(?:过)?(?:任何)?|(?<=^|[,;。])无)行政${kind}(?:处理)?(?:决定|行为)?${THE_CASE}${END}`,
    ),
    not: ONLY_TOLD,
  };
}
