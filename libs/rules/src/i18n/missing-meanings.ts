import type { Words } from '@gongkai/model';
import type { MissingMeaning } from '../coded-rule';

export const MISSING_MEANINGS: Readonly<Record<MissingMeaning, Words>> = {
  zero: { zh: '空白按没有计', en: 'a blank counts as nothing' },
  skip: { zh: '有空白的不检查', en: 'a blank leaves it unchecked' },
  finding: { zh: '缺少的本身就是问题', en: 'what is missing is the finding' },
};
