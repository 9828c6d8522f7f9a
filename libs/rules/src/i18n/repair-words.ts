import type { SlipCode, Words } from '@gongkai/model';

export const SLIP_WORDS: Readonly<Record<SlipCode, Words>> = {
  digits_swapped: { zh: '相邻两位数字可能颠倒', en: 'Two digits may have changed places' },
  factor_ten: { zh: '可能多写或者漏写一个 0', en: 'There may be a zero too many or too few' },
  row_beside: { zh: '与相邻一行的数字相同，可能填错了行', en: 'The same figure stands in the row beside it' },
  column_beside: { zh: '与相邻一列的数字相同，可能填错了列', en: 'The same figure stands in the column beside it' },
  partial_counted_twice: {
    zh: '多出的正好是“部分公开”的数量，可能重复计算',
    en: 'Too much by what was partially granted, perhaps counted twice',
  },
};

interface Located {
  readonly path: Words;
  readonly expected: string;
  /** Null where the cell holds no figure. */
  readonly found: string | null;
  /** A mark stands in place of a figure; else the cell is blank. */
  readonly isMark: boolean;
  readonly difference: string | null;
  /** The relations that hold again once it is put right. */
  readonly relations: number;
}

/** 三(二)部分公开 × 商业企业：应为 5，报告为 6，相差 1；改正后，因此不成立的 2 项关系全部成立。 */
export function locatedMessage({ path, expected, found, isMark, difference, relations }: Located): Words {
  const nothing = isMark
    ? { zh: '报告以符号代替数字', en: 'the report has a mark there' }
    : { zh: '报告为空白', en: 'the report is blank' };
  const zh = found === null ? nothing.zh : `报告为 ${found}，相差 ${difference}`;
  const en = found === null ? nothing.en : `the report says ${found}, difference ${difference}`;
  return {
    zh: `${path.zh}：应为 ${expected}，${zh}；改正后，因此不成立的 ${relations} 项关系全部成立。`,
    en: `${path.en}: expected ${expected}, ${en}; once it is put right, the ${relations} relations that fail because of it hold.`,
  };
}
