import type { Severity, TableSection, Language } from '@gongkai/model';
import type { DocumentFormat } from '@gongkai/parsers';

/** Called alike in both languages. */
const FORMATS = {
  csv: 'CSV',
  docx: 'Word',
  doc: 'Word 97',
  wps: 'WPS',
  xlsx: 'Excel',
  pdf: 'PDF',
  rtf: 'RTF',
  odt: 'OpenDocument (.odt)',
  ods: 'OpenDocument (.ods)',
  xls: 'Excel 97 (.xls)',
} as const;

export interface Counts {
  readonly errors: number;
  readonly inconsistencies: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Everything the command says itself; findings and refusals bring their own words. */
export interface CommandWords {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly meanings: Readonly<Record<Severity, string>>;
  readonly formats: Readonly<Record<DocumentFormat, string>>;
  readonly verdicts: {
    readonly clean: string;
    readonly warnings: (counts: Counts) => string;
    readonly must_explain: (counts: Counts) => string;
    readonly cannot_be_filed: (counts: Counts) => string;
    readonly unreadable: string;
  };
  readonly columns: { readonly place: string; readonly message: string; readonly remedy: string };
  readonly asAbove: string;
  /** Before what will be right once the finding is. */
  readonly follows: string;
  readonly moreFollow: (count: number) => string;
  readonly repair: (ways: number, complete: boolean) => string;
  readonly blank: string;
  readonly moreWays: (count: number) => string;
  readonly noAgency: string;
  readonly noYear: string;
  readonly year: (year: number) => string;
  readonly form: (number: string) => string;
  readonly mixed: (parts: readonly (readonly [section: TableSection, form: string])[]) => string;
  readonly noForm: string;
  readonly filled: (filled: number, all: number) => string;
  /** Over the numbers that no cell claimed. */
  readonly left: (count: number) => string;
  readonly leftMeaning: string;
  readonly comparedWith: (file: string) => string;
  readonly nothingToCompare: string;
  readonly total: (files: number) => string;
  readonly tally: Readonly<Record<'clean' | 'warnings' | 'must_explain' | 'cannot_be_filed' | 'unreadable', string>>;
  readonly noLastYear: (file: string, why: string) => string;
  readonly workbookWritten: (file: string) => string;
  readonly workbookNotWritten: (file: string, why: string) => string;
  readonly between: string;
  readonly colon: string;
}

const ZH: CommandWords = {
  severities: { error: '错误', inconsistency: '须说明', warning: '提示', info: '知悉' },
  meanings: {
    error: '必须改正，否则不能报送',
    inconsistency: '改正，或者书面说明理由',
    warning: '请核对，不影响报送',
    info: '供参考',
  },
  formats: { text: '纯文本', html: '网页', ...FORMATS },
  verdicts: {
    clean: '可以报送，没有需要改正的问题',
    warnings: ({ warnings }) => `可以报送，${warnings} 处请核对`,
    must_explain: ({ inconsistencies }) => `${inconsistencies} 处不一致，改正或书面说明后可以报送`,
    cannot_be_filed: ({ errors }) => `不能报送，${errors} 处错误须改正`,
    unreadable: '无法读取',
  },
  columns: { place: '位置', message: '问题', remedy: '怎么办' },
  asAbove: '同上',
  follows: '由此引起：',
  moreFollow: (count) => `另有 ${count} 处由此引起`,
  repair: (ways, complete) =>
    ways === 1 && complete ? '也许应改为（供参考）：' : `改法不止一种（${complete ? '' : '至少 '}${ways} 种，供参考）：`,
  blank: '空白',
  moreWays: (count) => `另有 ${count} 种`,
  noAgency: '（没有找到机关名称）',
  noYear: '（没有找到年度）',
  year: (year) => `${year}年度`,
  form: (number) => `${number}格式`,
  mixed: (parts) => `${parts.map(([section, form]) => `第${SECTIONS.zh[section]}部分${form}`).join('、')}格式`,
  noForm: '不明',
  filled: (filled, all) => `${all} 格中 ${filled} 格有数字`,
  left: (count) => `剩余数字 ${count}`,
  leftMeaning: '没有归入任何单元格',
  comparedWith: (file) => `已与上年度报告核对：${file}`,
  nothingToCompare: '没有同一机关上一年度的报告可供核对',
  total: (files) => `共 ${files} 个文件`,
  tally: { clean: '通过', warnings: '有提示', must_explain: '须说明', cannot_be_filed: '有错误', unreadable: '无法读取' },
  noLastYear: (file, why) => `上年度报告 ${file} 不能用于核对：${why}`,
  workbookWritten: (file) => `已写入 ${file}`,
  workbookNotWritten: (file, why) => `工作簿 ${file} 没有写成：${why}`,
  between: '，',
  colon: '：',
};

const some = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const EN: CommandWords = {
  severities: { error: 'Errors', inconsistency: 'To be explained', warning: 'Warnings', info: 'For information' },
  meanings: {
    error: 'must be mended before filing',
    inconsistency: 'mend, or explain in writing',
    warning: 'please check; does not hold the report back',
    info: 'for information only',
  },
  formats: { text: 'plain text', html: 'web page', ...FORMATS },
  verdicts: {
    clean: 'Can be filed; nothing to mend',
    warnings: ({ warnings }) => `Can be filed; ${some(warnings, 'warning', 'warnings')} to check`,
    must_explain: ({ inconsistencies }) =>
      `Can be filed once ${some(inconsistencies, 'inconsistency is', 'inconsistencies are')} mended or explained`,
    cannot_be_filed: ({ errors }) => `Cannot be filed: ${some(errors, 'error', 'errors')} to mend`,
    unreadable: 'Unreadable',
  },
  columns: { place: 'Where', message: 'What', remedy: 'What to do' },
  asAbove: 'as above',
  follows: 'Following from it: ',
  moreFollow: (count) => `${count} more follow from it`,
  repair: (ways, complete) =>
    ways === 1 && complete ? 'Perhaps it should be (a proposal): ' : `There are ${complete ? '' : 'at least '}${ways} ways (proposals): `,
  blank: 'blank',
  moreWays: (count) => `${count} more`,
  noAgency: '(no name of an agency found)',
  noYear: '(no year found)',
  year: (year) => String(year),
  form: (number) => `form ${number}`,
  mixed: (parts) => `section ${parts.map(([section, form]) => `${SECTIONS.en[section]} in form ${form}`).join(', ')}`,
  noForm: 'unknown',
  filled: (filled, all) => `${filled} of ${all} cells hold a number`,
  left: (count) => `numbers left over ${count}`,
  leftMeaning: 'no cell claimed them',
  comparedWith: (file) => `Compared with last year's report: ${file}`,
  nothingToCompare: 'There is no report of the same agency for the year before to compare with',
  total: (files) => some(files, 'file', 'files'),
  tally: {
    clean: 'without fault',
    warnings: 'with warnings',
    must_explain: 'to be explained',
    cannot_be_filed: 'with errors',
    unreadable: 'unreadable',
  },
  noLastYear: (file, why) => `Last year's report ${file} cannot be compared with: ${why}`,
  workbookWritten: (file) => `Written: ${file}`,
  workbookNotWritten: (file, why) => `The workbook ${file} could not be written: ${why}`,
  between: ', ',
  colon: ': ',
};

const SECTIONS: Readonly<Record<Language, Readonly<Record<TableSection, string>>>> = {
  zh: { s2: '二', s3: '三', s4: '四' },
  en: { s2: 'two', s3: 'three', s4: 'four' },
};

export const WORDS: Readonly<Record<Language, CommandWords>> = { zh: ZH, en: EN };
