import type { Words } from '@gongkai/model';
import type { CodedRule } from '../coded-rule';

export const JUMP: CodedRule = {
  code: 'XY-JUMP',
  acrossYears: true,
  severities: ['info'],
  missing: 'skip',
  says: {
    zh: '与上年度相比变化很大的数字，需要说得清原因。',
    en: 'A number that changed much since last year has a reason that can be told.',
  },
  basis: '{form: content}',
  remedy: {
    zh: '核对两年的数字；确有变化的不必更正，可在正文中说明。',
    en: 'Check both years; a true change stays and may be explained in the text.',
  },
};
export function jumpMessage(path: Words, before: string, now: string): Words {
  return { zh: `${path.zh}：上年度为 ${before}，本年度为 ${now}。`, en: `${path.en}: ${before} last year, ${now} this year.` };
}

export const FEE_UNIT: CodedRule = {
  code: 'S2-FEE-UNIT',
  acrossYears: true,
  severities: ['warning'],
  missing: 'skip',
  says: { zh: '收费金额以万元为单位。', en: 'Fees are given in CNY 10,000.' },
  basis: '{form: fee_unit}',
  remedy: { zh: '核对是否误以元或者亿元填写。', en: 'Check that they were not given in CNY or in CNY 100 million.' },
};
export function feeJumpMessage(path: Words, before: string, now: string): Words {
  return {
    zh: `${path.zh}：上年度为 ${before}，本年度为 ${now}，相差百倍以上，单位可能有误。`,
    en: `${path.en}: ${before} last year, ${now} this year, more than a hundredfold; the unit may be wrong.`,
  };
}
export function feeLargeMessage(path: Words, now: string): Words {
  return {
    zh: `${path.zh}：${now} 万元，单位可能有误。`,
    en: `${path.en}: CNY ${now} times 10,000; the unit may be wrong.`,
  };
}

export const REGULATIONS: CodedRule = {
  code: 'S2-REG-POWER',
  severities: ['warning'],
  missing: 'skip',
  says: {
    zh: '规章由国务院部门和省、自治区、直辖市、设区的市、自治州的人民政府制定。',
    en: 'Regulations are made by ministries and by governments of provinces and of cities with districts.',
  },
  basis: '立法法、国令第711号第二十条第（一）项',
  remedy: { zh: '核对是否应当填入“行政规范性文件”一行。', en: 'Check whether these are normative documents.' },
};
export function regulationsMessage(path: Words, found: string): Words {
  return {
    zh: `${path.zh}：${found}，本机关一般没有规章制定权。`,
    en: `${path.en}: ${found}; such an agency makes no regulations as a rule.`,
  };
}

export const NO_POWER: CodedRule = {
  code: 'S2-NO-POWER',
  severities: ['warning'],
  missing: 'skip',
  says: { zh: '不适用于本机关的单元格不填数字。', en: 'Cells that cannot apply to the agency hold no number.' },
  basis: '{form}',
  remedy: {
    zh: '核对数字；职权有变化的，请主管部门更新登记。',
    en: 'Check the number; where the powers changed, have the registry updated.',
  },
};
export function noPowerMessage(path: Words, found: string): Words {
  return { zh: `${path.zh}：${found}，登记为不适用于本机关。`, en: `${path.en}: ${found}, registered as not applying to this agency.` };
}
