import type { Words } from '@gongkai/model';
import type { CodedRule, RuleWords } from '../coded-rule';
import { shortened } from './shortened';

/** A claim of the text and what the tables say. */
export interface ClaimSaid {
  readonly title: Words;
  readonly claimed: string;
  readonly quotation: string;
  /** The cells in words. */
  readonly path: Words;
}

export const CLAIM: RuleWords = {
  says: { zh: '正文中的数字与表格一致。', en: 'The numbers of the text agree with the tables.' },
  basis: '国令第711号第五十条、{form: content}',
  remedy: {
    zh: '核对正文与表格，更正有误的一处；口径不同的，在正文中写明。',
    en: 'Check the text against the table and correct the wrong one; where they count differently, say so in the text.',
  },
};
/** The rule of a claim, by the code that the catalogue gives it. */
export function claimRule(code: string): CodedRule {
  return { code, severities: ['warning', 'info'], missing: 'skip', ...CLAIM };
}
export const CLAIM_RULES: readonly CodedRule[] = ['NV-NEW', 'NV-DONE', 'NV-S4', 'NV-S2', 'NV-NORM'].map(claimRule);
export function claimMessage({ title, claimed, quotation, path, table }: ClaimSaid & { readonly table: string }): Words {
  return {
    zh: `${title.zh}：正文为 ${claimed}，${path.zh}为 ${table}（“${shortened(quotation)}”）。`,
    en: `${title.en}: the text says ${claimed}, ${path.en} says ${table} ("${shortened(quotation)}").`,
  };
}
export function claimFitsMessage({ title, claimed, quotation, fits }: ClaimSaid & { readonly fits: Words }): Words {
  return {
    zh: `${title.zh}：正文的 ${claimed} ${fits.zh}（“${shortened(quotation)}”）。`,
    en: `${title.en}: ${claimed} in the text ${fits.en} ("${shortened(quotation)}").`,
  };
}

export const SCOPE: CodedRule = {
  code: 'NV-SCOPE',
  severities: ['warning'],
  missing: 'skip',
  says: {
    zh: '本级政府的报告汇总全部机关，正文与表格使用同一口径。',
    en: "A government's report combines all its agencies; text and tables cover the same.",
  },
  basis: '{form: filing}',
  remedy: {
    zh: '正文改为全地区的数量，或者写明所述只是政府办公厅（室）的数量。',
    en: 'Give the number of the whole region in the text, or say that it is the office alone.',
  },
};
export function scopeMessage({ title, claimed, quotation, path, table }: ClaimSaid & { readonly table: string }): Words {
  return {
    zh: `${title.zh}：正文的 ${claimed} 只是政府办公厅（室）的数量，${path.zh}为 ${table}（“${shortened(quotation)}”）。`,
    en: `${title.en}: ${claimed} in the text is the office alone, ${path.en} says ${table} ("${shortened(quotation)}").`,
  };
}

export const PERCENT: CodedRule = {
  code: 'NV-PCT',
  severities: ['warning'],
  missing: 'skip',
  says: { zh: '正文中的百分比与其所依据的数字一致。', en: 'A percentage agrees with the numbers it is made of.' },
  basis: '{form: content}',
  remedy: { zh: '重新计算百分比，或者写明占的是哪个总数。', en: 'Compute it again, or say of which total it is a share.' },
};
export function percentMessage(said: {
  readonly count: string;
  readonly percent: string;
  readonly whole: string | null;
  readonly expected: string | null;
  readonly quotation: string;
}): Words {
  const { count, percent, whole, expected, quotation } = said;
  if (whole === null)
    return {
      zh: `正文称 ${count} 件占 ${percent}%，与正文和表格中的总数都不符（“${shortened(quotation)}”）。`,
      en: `The text says that ${count} are ${percent} %, which fits no total of the text or the table ("${shortened(quotation)}").`,
    };
  return {
    zh: `正文称 ${count} 件占 ${percent}%，按 ${whole} 件计算应为 ${expected}%（“${shortened(quotation)}”）。`,
    en: `The text says that ${count} are ${percent} %; of ${whole} they are ${expected} % ("${shortened(quotation)}").`,
  };
}

export const PARTS: CodedRule = {
  code: 'NV-PARTS',
  severities: ['warning'],
  missing: 'skip',
  says: {
    zh: '各分项之和不超过总数；分项齐全的，与总数相等。',
    en: 'Parts do not come to more than their whole, and to no less where all are named.',
  },
  basis: '{form: content}',
  remedy: {
    zh: '核对总数与各分项；分项之间有重复的，在正文中写明。',
    en: 'Check the total and its parts; where parts overlap, say so in the text.',
  },
};
export function partsMessage(said: {
  readonly whole: string;
  readonly sum: string;
  readonly parts: readonly string[];
  readonly isAtLeast: boolean;
  readonly quotation: string;
}): Words {
  const { whole, sum, parts, isAtLeast, quotation } = said;
  return {
    zh: `正文的总数为 ${whole}，所列分项之和${isAtLeast ? '至少' : ''}为 ${sum}（${parts.join(' + ')}，“${shortened(quotation)}”）。`,
    en: `The text says ${whole} in all, its parts come to ${isAtLeast ? 'at least ' : ''}${sum} (${parts.join(' + ')}, "${shortened(quotation)}").`,
  };
}

export const FEE_AMOUNTS: CodedRule = {
  code: 'NV-FEE',
  severities: ['warning', 'info'],
  missing: 'skip',
  says: {
    zh: '信息处理费的情况在第六部分专门报告，全文金额一致。',
    en: 'Section six reports on information processing fees; all amounts agree.',
  },
  basis: '{form: fees}、国办函〔2020〕109号',
  remedy: {
    zh: '统一全文的金额；发出过收费通知的，在第六部分写明。',
    en: 'Make the amounts agree; where fee notices were issued, say so in section six.',
  },
};
export function feeAmountsMessage(amounts: readonly string[]): Words {
  return {
    zh: `正文中的信息处理费金额不一致：${amounts.map((amount) => `${amount} 元`).join('、')}。`,
    en: `The text names different information processing fees: ${amounts.map((amount) => `CNY ${amount}`).join(', ')}.`,
  };
}
export function feeLapsedMessage(lapsed: string): Words {
  return {
    zh: `正文称没有收取信息处理费，表三有 ${lapsed} 件申请因逾期未缴费不再处理，发出收费通知的情况宜在第六部分写明。`,
    en: `The text says that no fee was charged; ${lapsed} requests lapsed unpaid in section three, so section six may say that fee notices were issued.`,
  };
}

export const TITLES: CodedRule = {
  code: 'NV-HEAD',
  severities: ['warning', 'info'],
  missing: 'skip',
  says: {
    zh: '各部分按规定的顺序排列，使用规定的序号和标题。',
    en: 'The sections stand in the order of the form, with its numbers and titles.',
  },
  basis: '{form}',
  remedy: { zh: '改用规定的标题和顺序。', en: 'Use the titles and the order of the form.' },
};
export function titleMessage(title: Words, heading: string): Words {
  return { zh: `标题“${heading}”应为“${title.zh}”。`, en: `The title "${heading}" should be "${title.zh}" (${title.en}).` };
}
export function titleOrderMessage(title: Words, heading: string): Words {
  return {
    zh: `标题“${heading}”的序号与规定的“${title.zh}”不同。`,
    en: `The number of the title "${heading}" is not that of "${title.zh}" (${title.en}).`,
  };
}

export function sectionOrderMessage(printed: string): Words {
  return {
    zh: `六个部分应当依次排列，报告的顺序是第${printed}部分。`,
    en: `The six sections stand in their order; the report prints ${printed}.`,
  };
}

export const LENGTH: CodedRule = {
  code: 'NV-LEN',
  severities: ['info'],
  missing: 'skip',
  says: { zh: '总体情况原则上不超过一千字。', en: 'Section one has in principle at most a thousand characters.' },
  basis: '{form: overview}',
  remedy: { zh: '压缩篇幅，突出重点。', en: 'Shorten the text to what matters.' },
};
export function lengthMessage(title: Words, characters: string): Words {
  return {
    zh: `“${title.zh}”有 ${characters} 字，原则上不超过一千字。`,
    en: `"${title.en}" has ${characters} characters; in principle it has at most a thousand.`,
  };
}

export const ASSESSMENT: CodedRule = {
  code: 'GV-ASSESS',
  severities: ['warning'],
  missing: 'finding',
  says: {
    zh: '各级人民政府的报告还应当包括工作考核、社会评议和责任追究结果情况。',
    en: "A government's report also says what came of assessment, social appraisal and accountability.",
  },
  basis: '国令第711号第五十条第（四）项',
  remedy: { zh: '补充有关情况，没有发生的写明没有发生。', en: 'Add them; where there was none, say so.' },
};
export function assessmentMessage(zh: readonly string[], en: readonly string[]): Words {
  return { zh: `正文没有提到${zh.join('、')}。`, en: `The text does not mention ${en.join(', ')}.` };
}

export const STRANGER: CodedRule = {
  code: 'NV-COPY',
  severities: ['warning'],
  missing: 'skip',
  says: { zh: '报告叙述本机关的情况。', en: 'A report tells of its own agency.' },
  basis: '{form: scrutiny}',
  remedy: {
    zh: '更正单位名称；整段取自其他机关报告的，改写为本机关的情况。',
    en: 'Correct the name; rewrite what was taken from another report.',
  },
};
export function strangerMessage(found: string, own: string, quotation: string): Words {
  return {
    zh: `正文出现“${found}”，报告单位是“${own}”（“${shortened(quotation)}”）。`,
    en: `The text names "${found}", the report is that of "${own}" ("${shortened(quotation)}").`,
  };
}

export const SIGNED: Words = { zh: '落款日期', en: 'Date of signing' };
const SIGNING: Omit<CodedRule, 'code' | 'severities'> = {
  missing: 'skip',
  says: {
    zh: '数据截至报告年度12月31日，报告在次年1月1日以后、3月31日以前公布。',
    en: 'The figures are those of 31 December; the report is published from 1 January to 31 March of the next year.',
  },
  basis: '国令第711号第四十九条、{form: filing}',
  remedy: { zh: '核对落款日期。', en: 'Check the date of signing.' },
};
/** Signed before the year was over, and after the last day. */
export const SIGNED_EARLY: CodedRule = { code: 'TM-EARLY', severities: ['error'], ...SIGNING };
export const SIGNED_LATE: CodedRule = { code: 'TM-LATE', severities: ['warning'], ...SIGNING };
export function signedMessage(signedOn: string, when: 'early' | 'late', limit: string): Words {
  return when === 'early'
    ? {
        zh: `落款日期为 ${signedOn}，早于 ${limit}，报告年度尚未结束。`,
        en: `Signed on ${signedOn}, before ${limit}: the report year was not over.`,
      }
    : {
        zh: `落款日期为 ${signedOn}，晚于法定的最后日期 ${limit}。`,
        en: `Signed on ${signedOn}, after the last date of the law, ${limit}.`,
      };
}

export const CITED: CodedRule = {
  code: 'FMT-TEMPLATE',
  severities: ['warning'],
  missing: 'skip',
  says: { zh: '引用的文件与所用的格式一致。', en: 'The document cited is the one whose form is used.' },
  basis: '{forms}',
  remedy: { zh: '改为引用现行文件。', en: 'Cite the document in force.' },
};
export function citedMessage(cited: string, used: string): Words {
  return {
    zh: `全文引用的是${cited}，表格使用的是${used}的格式。`,
    en: `The report cites ${cited}, its tables are in the form of ${used}.`,
  };
}
