import type { Words } from '@gongkai/model';
import type { CodedRule } from '../coded-rule';
import { shortened } from './shortened';

export const CHANGE: CodedRule = {
  code: 'NV-PCT',
  severities: ['warning'],
  missing: 'skip',
  says: { zh: '正文中的增减幅度与两年的数字一致。', en: 'A change agrees with the numbers of both years.' },
  basis: '{form: content}',
  remedy: { zh: '重新计算增减幅度，或者更正两年的数字。', en: 'Compute the change again, or correct the numbers.' },
};
export function changeMessage(said: {
  readonly now: string;
  readonly before: string;
  readonly isDown: boolean;
  /** It went the other way. */
  readonly isTurned: boolean;
  readonly found: string;
  readonly expected: string;
  readonly quotation: string;
}): Words {
  const { now, before, isDown, isTurned, found, expected, quotation } = said;
  const turned = isTurned ? { zh: isDown ? '增加 ' : '减少 ', en: isDown ? ' more' : ' less' } : { zh: '', en: '' };
  return {
    zh: `正文称从 ${before} 到 ${now} ${isDown ? '减少' : '增加'} ${found}，应为${turned.zh || ' '}${expected}（“${shortened(quotation)}”）。`,
    en: `The text says that from ${before} to ${now} is ${found} ${isDown ? 'less' : 'more'}; it is ${expected}${turned.en} ("${shortened(quotation)}").`,
  };
}

export const LEFT_OUT: CodedRule = {
  code: 'NV-GAP',
  severities: ['warning'],
  missing: 'finding',
  says: { zh: '正文中的数量填写完整。', en: 'No number is left out of the text.' },
  basis: '{form: content}',
  remedy: { zh: '补上漏填的数字；没有的写明没有。', en: 'Fill in the number; where there was none, say so.' },
};
export function leftOutMessage(quotation: string): Words {
  return {
    zh: `正文漏填了数字（“${shortened(quotation)}”）。`,
    en: `A number is left out of the text ("${shortened(quotation)}").`,
  };
}
