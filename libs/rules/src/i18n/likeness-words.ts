import type { Words } from '@gongkai/model';
import type { CodedRule } from '../coded-rule';

export const LIKENESS: CodedRule = {
  code: 'NV-COPY',
  acrossYears: true,
  severities: ['warning', 'info'],
  missing: 'skip',
  says: { zh: '报告内容不得年年雷同。', en: 'A report is not the same every year.' },
  basis: '{form: scrutiny}',
  remedy: { zh: '写出本年度的实际情况、问题和改进。', en: 'Write what happened, what was wrong and what was mended this year.' },
};
export function likenessMessage(title: Words, percent: string): Words {
  return {
    zh: `“${title.zh}”与上年度报告的文字有 ${percent}% 相同。`,
    en: `"${title.en}" repeats ${percent} % of last year's text.`,
  };
}
export function sameFiguresMessage(title: Words): Words {
  return {
    zh: `“${title.zh}”的全部数字与上年度报告相同，请核实是否误用了上年的表格。`,
    en: `Every figure of "${title.en}" is last year's; make sure that the table is this year's.`,
  };
}

export const TWIN: CodedRule = {
  code: 'NV-TWIN',
  severities: ['warning'],
  missing: 'skip',
  says: { zh: '报告由本机关编制，写本机关的情况。', en: 'An agency writes its own report, of its own work.' },
  basis: '{form: scrutiny}',
  remedy: {
    zh: '核对是否套用了其他单位的文字；写出本机关的实际情况。',
    en: 'Check whether the text was taken from elsewhere, and write what happened here.',
  },
};
export function twinMessage(title: Words, agencies: readonly string[], count: number): Words {
  const more = count > agencies.length;
  return {
    zh: `“${title.zh}”的文字除单位、地名和数字外，与同年度${agencies.map((name) => `“${name}”`).join('、')}${more ? `等 ${count} 个单位` : ''}的报告相同。`,
    en: `But for names and numbers, the text of "${title.en}" is that of the same year's report of ${agencies.join(', ')}${more ? ` and others, ${count} in all` : ''}.`,
  };
}
