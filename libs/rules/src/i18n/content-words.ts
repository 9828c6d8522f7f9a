import type { Words } from '@gongkai/model';
import type { CodedRule } from '../coded-rule';

export const WHOLE_REPORT: Words = { zh: '全文', en: 'Whole report' };

export const HEADINGS: CodedRule = {
  code: 'NV-HEAD',
  severities: ['error', 'warning'],
  missing: 'finding',
  says: { zh: '年度报告由六个部分组成，缺一不可。', en: 'The annual report has six sections and lacks none.' },
  basis: '国令第711号第五十条、{form: content}',
  remedy: {
    zh: '按规定标题补上缺少的部分，没有内容的写明情况。',
    en: 'Add the section under its title; where there is nothing to report, say so.',
  },
};
export function headingMessage(title: Words): Words {
  return { zh: `缺少“${title.zh}”部分。`, en: `The section "${title.en}" is missing.` };
}
export function emptySectionMessage(title: Words): Words {
  return { zh: `“${title.zh}”部分没有内容。`, en: `The section "${title.en}" is empty.` };
}

/** Any mention of a fee, whether one was charged or not. */
export const FEE_WORDS = /收费|费用|处理费|收取|缴费|免费/u;
export const FEE: CodedRule = {
  code: 'NV-FEE',
  severities: ['inconsistency'],
  missing: 'finding',
  says: {
    zh: '收取信息处理费的情况在第六部分专门报告，没有收取的也应写明。',
    en: 'Section six reports on information processing fees, also where none were charged.',
  },
  basis: '{form: fees}、国办函〔2020〕109号',
  remedy: {
    zh: '在第六部分写明收取信息处理费的金额，没有收取的写明没有收取；或者书面说明原因。',
    en: 'State the fees charged, or that none were, in section six; or explain in writing.',
  },
};
export function feeMessage(title: Words): Words {
  return { zh: `“${title.zh}”没有提到信息处理费。`, en: `The section "${title.en}" does not mention information processing fees.` };
}

export const OTHER_HIGH: CodedRule = {
  code: 'S3-OTHER-HIGH',
  severities: ['warning'],
  missing: 'zero',
  says: { zh: '其他处理应当是例外，占比明显偏高的需要核实。', en: 'Other processing is the exception; a high share is looked into.' },
  basis: '{form: other_exception}',
  remedy: {
    zh: '核对是否应当计入予以公开、不予公开、无法提供或者不予处理。',
    en: 'Check whether these belong to granted, denied, unable to provide or not processed.',
  },
};
export function otherHighMessage(path: Words, other: string, total: string, percent: string): Words {
  return {
    zh: `${path.zh}：其他处理 ${other} 件，占办理总数 ${total} 件的 ${percent}%。`,
    en: `${path.en}: ${other} of ${total} requests (${percent} %) were processed otherwise.`,
  };
}

export const PARTIAL_ONCE: CodedRule = {
  code: 'S3-PARTIAL-ONCE',
  severities: ['warning'],
  missing: 'skip',
  says: { zh: '区分处理的申请只计入“部分公开”，不计其他情形。', en: 'A severable answer counts as partially granted only.' },
  basis: '{form: partial}',
  remedy: {
    zh: '核对部分公开的申请是否又计入了其他情形。',
    en: 'Check whether partially granted requests were counted again under another result.',
  },
};
export function partialOnceMessage(path: Words, excess: string): Words {
  return {
    zh: `${path.zh}：各项结果比总计多 ${excess}，正好等于部分公开的数量，可能重复计算。`,
    en: `${path.en}: the results exceed the total by ${excess}, exactly the number partially granted, which may have been counted twice.`,
  };
}
