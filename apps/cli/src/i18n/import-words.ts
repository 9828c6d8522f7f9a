import type { Language } from '@gongkai/model';
import type { ImportResult } from '../generated/graphql';

interface Counted {
  readonly id: string;
  readonly kept: number;
  readonly doubtful: number;
  readonly refused: number;
}

/** What `gongkai import` says itself, and its help. */
export interface ImportWords {
  readonly import: string;
  readonly usage: string;
  readonly file: string;
  readonly files: string;
  readonly url: string;
  readonly token: string;
  readonly region: string;
  readonly year: string;
  readonly source: string;
  readonly citation: string;
  readonly published: string;
  readonly job: string;
  readonly json: string;
  readonly noDay: string;
  readonly noToken: string;
  readonly noSource: string;
  readonly nothing: string;
  readonly after: string;
  readonly outcome: string;
  readonly note: string;
  readonly results: Readonly<Record<ImportResult, string>>;
  readonly printed: (name: string | null, year: number | null) => string;
  readonly perhaps: string;
  readonly likeNone: string;
  readonly started: (id: string) => string;
  readonly summary: (job: Counted) => string;
}

const ZH: ImportWords = {
  import: '把已公布的年度报告导入平台，原样保存',
  usage: '[选项] [FILE...]',
  file: '文件',
  files: '文件夹、.zip 压缩包或者单个文件',
  url: '平台地址（默认取 GONGKAI_URL，再默认 http://localhost:3000）',
  token: '导入令牌（默认取 GONGKAI_TOKEN）',
  region: '在哪个地区及其下级查找单位：名称或编号（默认为账号所属地区）',
  year: '文件没有写明年度时采用的年度',
  source: '公布网址',
  citation: '出处，例如“县政府网站年报专栏”；与 --source 至少填一项',
  published: '公布日期，如 2024-01-31（默认取落款日期）',
  job: '继续查看已开始的导入，不再上传',
  json: '每个文件输出一行 JSON',
  noDay: '应为 YYYY-MM-DD。',
  noToken: '没有令牌：请用 --token 或环境变量 GONGKAI_TOKEN。',
  noSource: '请用 --source 或 --citation 注明来源。',
  nothing: '请写出要导入的文件，或者用 --job 继续查看。',
  after: `
退出码：0 全部保存    2 有文件须确认单位    3 有文件未保存    64 用法不对    69 平台不可用或拒绝    130 被中断（平台会继续）

例：
  gongkai import 历年年报/ --citation 县政府网站年报专栏
  gongkai import 2023.zip --source https://www.example.gov.cn/nb --published 2024-01-31
  gongkai import --job 12
`,
  outcome: '结果',
  note: '说明',
  results: { kept: '已保存', doubtful: '须确认', refused: '未保存' },
  printed: (name, year) => `文件中的单位是${name === null ? '空白' : `“${name}”`}${year === null ? '' : `（${year} 年度）`}。`,
  perhaps: '可能是：',
  likeNone: '没有名称相近的单位。',
  started: (id) => `导入 ${id} 已开始。中断后平台会继续，可用 gongkai import --job ${id} 查看。`,
  summary: ({ id, kept, doubtful, refused }) => `导入 ${id}：已保存 ${kept}，须确认 ${doubtful}，未保存 ${refused}`,
};

const EN: ImportWords = {
  import: 'import published reports into a platform, kept as printed',
  usage: '[options] [FILE...]',
  file: 'File',
  files: 'folders, .zip archives or single files',
  url: 'address of the platform (default: GONGKAI_URL, else http://localhost:3000)',
  token: 'token for importing (default: GONGKAI_TOKEN)',
  region: 'look for agencies in this region and below: name or id (default: the region of the account)',
  year: 'the year of reports that print none',
  source: 'address at which they were published',
  citation: 'where they were published, in words; this or --source is needed',
  published: 'day of publication, e.g. 2024-01-31 (default: the date printed under the report)',
  job: 'follow an import begun before; nothing is sent',
  json: 'print one JSON object a line for every file',
  noDay: 'It has to be YYYY-MM-DD.',
  noToken: 'There is no token: use --token or GONGKAI_TOKEN.',
  noSource: 'Say where they were published: --source or --citation.',
  nothing: 'Name what to import, or follow an import with --job.',
  after: `
Exit code: 0 all kept    2 a file whose agency is doubtful    3 a file not kept    64 wrong usage    69 the platform is away or refuses
  130 interrupted (the platform goes on)

Examples:
  gongkai import reports/ --citation "county website"
  gongkai import 2023.zip --source https://www.example.gov.cn/nb --published 2024-01-31
  gongkai import --job 12
`,
  outcome: 'Outcome',
  note: 'Note',
  results: { kept: 'kept', doubtful: 'doubtful', refused: 'not kept' },
  printed: (name, year) => `It names ${name === null ? 'no agency' : `“${name}”`}${year === null ? '' : ` (${year})`}.`,
  perhaps: 'Perhaps: ',
  likeNone: 'No agency has a name like it.',
  started: (id) => `Import ${id} has begun. It goes on without this command; follow it with gongkai import --job ${id}.`,
  summary: ({ id, kept, doubtful, refused }) => `Import ${id}: ${kept} kept, ${doubtful} doubtful, ${refused} not kept`,
};

export const IMPORT_WORDS: Readonly<Record<Language, ImportWords>> = { zh: ZH, en: EN };
