import type { Words } from '@gongkai/model';
import type { RuleWords } from '../finding-of';

/** A claim of the text and what the tables say. */
export interface ClaimSaid {
  readonly title: Words;
  readonly claimed: string;
  readonly quotation: string;
  /** The cells in words. */
  readonly path: Words;
}

const FORM = '国办公开办函〔2021〕30号';

export const CLAIM: RuleWords = {
  says: { zh: '正文中的数字与表格一致。', en: 'The numbers of the text agree with the tables.' },
  basis: `国令第711号第五十条、${FORM}一`,
  remedy: {
    zh: '核对正文与表格，更正有误的一处；口径不同的，在正文中写明。',
    en: 'Check the text against the table and correct the wrong one; where they count differently, say so in the text.',
  },
};
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

export const SCOPE: RuleWords = {
  says: {
    zh: '本级政府的报告汇总全部机关，正文与表格使用同一口径。',
    en: "A government's report combines all its agencies; text and tables cover the same.",
  },
  basis: `${FORM}二`,
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

const LONGEST_QUOTATION = 60;

function shortened(quotation: string): string {
  return quotation.length <= LONGEST_QUOTATION ? quotation : `${quotation.slice(0, LONGEST_QUOTATION)}…`;
}
