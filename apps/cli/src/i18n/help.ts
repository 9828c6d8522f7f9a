import type { Language } from '@gongkai/model';

export interface HelpWords {
  readonly program: string;
  readonly usage: string;
  readonly checkUsage: string;
  readonly version: string;
  readonly help: string;
  readonly check: string;
  readonly file: string;
  readonly json: string;
  readonly quiet: string;
  readonly xlsx: string;
  readonly lastYear: string;
  readonly year: string;
  readonly lang: string;
  readonly noYear: string;
  readonly sameFile: string;
  readonly seeHelp: string;
  readonly after: string;
  /** The headings of a help text by those the library prints. */
  readonly titles: Readonly<Record<string, string>>;
}

const ZH: HelpWords = {
  program: '核验政府信息公开工作年度报告（不需要服务器、数据库和网络），或者把已公布的报告导入平台。',
  usage: 'check|import <FILE...>',
  checkUsage: '[选项] <FILE...>',
  version: '显示版本',
  help: '显示帮助',
  check: '读取并核验年度报告，给出结论、问题和改正办法',
  file: '文件、文件夹（其中所有文件，按路径排序）、.zip 压缩包，或者 - 表示标准输入',
  json: '每个文件输出一行 JSON',
  quiet: '只输出结论，每个文件一行',
  xlsx: '把结论、问题、单元格、自述数字和剩余数字写入 Excel 工作簿',
  lastYear: '上年度报告，用于核对结转等跨年关系；给文件夹时按机关名称对应',
  year: '报告应属的年度',
  lang: '语言：zh 中文，en 英文（默认按系统语言）',
  noYear: '应为四位数的年度。',
  sameFile: '--xlsx 的文件同时是要核验的文件。',
  seeHelp: '用法见 gongkai check --help',
  titles: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
  after: `
退出码（取所有文件中最严重的）：
  0 通过    1 有提示    2 有错误或须说明    3 有文件无法读取或不存在
  64 用法不对    70 程序出错    73 工作簿写不成    130 被中断

例：
  gongkai check 2024年度报告.docx
  gongkai check 报告/ --last-year 上年度报告/ --xlsx 结果.xlsx
  cat 报告.html | gongkai check - --json

English: gongkai check --help --lang en
`,
};

const EN: HelpWords = {
  program:
    'Checks annual reports on open government information, for which it needs no server, database or network; or imports published ones into a platform.',
  usage: 'check|import <FILE...>',
  checkUsage: '[options] <FILE...>',
  version: 'show the version',
  help: 'show this help',
  check: 'read and check annual reports: verdict, findings and what to do about them',
  file: 'files, folders (every file below, sorted by path), .zip archives, or - for standard input',
  json: 'print one JSON object a line for every file',
  quiet: 'print verdicts only, a line for every file',
  xlsx: 'write files, findings, cells, declared figures and what is left over as an Excel workbook',
  lastYear: "last year's report, for the rules across years; of a folder, the report of the same agency",
  year: 'the year the reports are owed for',
  lang: 'language: zh Chinese, en English (default: that of the system)',
  noYear: 'It has to be a year of four digits.',
  sameFile: 'The file of --xlsx is one of the files to check.',
  seeHelp: 'See gongkai check --help',
  titles: {},
  after: `
Exit code (the worst of all files):
  0 nothing wrong    1 warnings    2 errors or inconsistencies    3 a file is unreadable or does not exist
  64 wrong usage    70 fault of the program    73 workbook not written    130 interrupted

Examples:
  gongkai check report-2024.docx
  gongkai check reports/ --last-year last-year/ --xlsx result.xlsx
  cat report.html | gongkai check - --json

中文：gongkai check --help --lang zh
`,
};

export const HELP: Readonly<Record<Language, HelpWords>> = { zh: ZH, en: EN };
