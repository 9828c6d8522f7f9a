import type { NamedYear, Words } from '@gongkai/model';
import type { CodedRule } from '../coded-rule';
import { shortened } from './shortened';

export const REPORT_YEAR: CodedRule = {
  code: 'NV-YEAR',
  severities: ['error', 'warning'],
  missing: 'finding',
  says: {
    zh: '标题、统计期限、正文和落款日期说的是同一个报告年度，统计期限为1月1日至12月31日。',
    en: 'Title, period, text and date of signing speak of one report year; the period is 1 January to 31 December.',
  },
  basis: '{form: filing}',
  remedy: {
    zh: '更正写错的年份；误传其他年度报告的，重新选择文件。',
    en: 'Correct the year that is wrong, or choose the file of the right year.',
  },
};

export const YEAR_PLACES: Readonly<Record<NamedYear['place'] | 'report', Words>> = {
  title: { zh: '标题', en: 'Title' },
  period: { zh: '统计期限', en: 'Period' },
  body: { zh: '正文', en: 'Text' },
  signature: { zh: '落款日期', en: 'Date of signing' },
  report: { zh: '报告年度', en: 'Report year' },
};

export function yearMessage(place: Words, expected: string, found: string, quotation: string | null = null): Words {
  const quoted = quotation === null ? { zh: '', en: '' } : { zh: `（“${shortened(quotation)}”）`, en: ` ("${shortened(quotation)}")` };
  return {
    zh: `${place.zh}：应为 ${expected}，报告为 ${found}${quoted.zh}。`,
    en: `${place.en}: expected ${expected}, the report says ${found}${quoted.en}.`,
  };
}

export const YEAR_UNKNOWN: Words = {
  zh: '报告年度：标题和统计期限中没有可以识别的年份。',
  en: 'Report year: neither title nor period names a year.',
};

/** Places name different years. */
export function yearsDisagreeMessage(years: readonly NamedYear[]): Words {
  const told = years.map(({ place, year, text }) => ({ place: YEAR_PLACES[place], year: String(year), text: shortened(text) }));
  return {
    zh: `报告中的年度不一致：${told.map(({ place, year, text }) => `${place.zh}为 ${year}（“${text}”）`).join('，')}。`,
    en: `The report names several years: ${told.map(({ place, year, text }) => `${place.en} ${year} ("${text}")`).join(', ')}.`,
  };
}

/** What is printed where a year or a date should stand. */
export function noYearMessage(place: Words, printed: string): Words {
  return {
    zh: `${place.zh}：“${shortened(printed)}”中的年份或者日期写错，无法识别。`,
    en: `${place.en}: "${shortened(printed)}" holds a year or a date that is none.`,
  };
}

export const BODY_YEAR: CodedRule = {
  code: 'NV-YEAR',
  severities: ['warning'],
  missing: 'skip',
  says: { zh: '正文叙述报告年度的情况。', en: 'The text tells of the report year.' },
  basis: '{form: filing}',
  remedy: {
    zh: '更正沿用上年报告的年份；确为往年情况的可以不改。',
    en: "Correct a year left over from last year's text; what did happen then may stay.",
  },
};
export function bodyYearMessage(section: Words, year: string, quotation: string): Words {
  return {
    zh: `“${section.zh}”中有以 ${year} 年开头的叙述，可能沿用了上年的文字（“${shortened(quotation)}”）。`,
    en: `A sentence of "${section.en}" begins with ${year} and may be left over from last year's text ("${shortened(quotation)}").`,
  };
}
