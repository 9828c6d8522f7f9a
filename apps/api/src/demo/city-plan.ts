import type { AgencyKind } from '@gongkai/model';

/** How much work an agency has; see `workloads.ts`. */
export type Workload =
  | 'quiet'
  | 'small'
  | 'office'
  | 'cityOffice'
  | 'land'
  | 'housing'
  | 'police'
  | 'market'
  | 'welfare'
  | 'transport'
  | 'planning'
  | 'ecology'
  | 'tax';

/** key, full name behind that of the region, short name, workload. */
export type BureauPlan = readonly [key: string, name: string, short: string, workload: Workload];

export interface CountyPlan {
  readonly key: string;
  readonly name: string;
  /** Null for the functional zone, which has none. */
  readonly code: string | null;
  readonly bureaus: readonly BureauPlan[];
  readonly township: {
    readonly key: string;
    readonly name: string;
    readonly kind: Extract<AgencyKind, 'TOWNSHIP' | 'SUBDISTRICT'>;
    readonly workload: Workload;
  };
}

/** 系统 of a bureau by its key, wherever it stands. */
export const SYSTEMS: Readonly<Record<string, string>> = {
  fagai: '发展改革',
  jiaoyu: '教育',
  gongan: '公安',
  minzheng: '民政',
  caizheng: '财政',
  renshe: '人力资源社会保障',
  ziran: '自然资源',
  huanjing: '生态环境',
  zhujian: '住房城乡建设',
  jianshe: '住房城乡建设',
  jiaotong: '交通运输',
  shichang: '市场监管',
  tongji: '统计',
  wenguang: '文化旅游',
  lvyou: '文化旅游',
  wenlv: '文化旅游',
};

export const CITY = { key: 'yl', name: '云岭市', code: '990100' };

export const CITY_BUREAUS: readonly BureauPlan[] = [
  ['fagai', '发展和改革委员会', '发改委', 'planning'],
  ['jiaoyu', '教育局', '教育局', 'welfare'],
  ['gongan', '公安局', '公安局', 'police'],
  ['minzheng', '民政局', '民政局', 'small'],
  ['caizheng', '财政局', '财政局', 'small'],
  ['renshe', '人力资源和社会保障局', '人社局', 'welfare'],
  ['ziran', '自然资源和规划局', '资规局', 'land'],
  ['huanjing', '生态环境局', '环境局', 'ecology'],
  ['zhujian', '住房和城乡建设局', '住建局', 'housing'],
  ['jiaotong', '交通运输局', '交通局', 'transport'],
  ['shichang', '市场监督管理局', '市监局', 'market'],
  ['tongji', '统计局', '统计局', 'quiet'],
];

/** Two that became one in the reform of 2023. */
export const MERGER = {
  on: '2023-03-15',
  basis: '《云岭市机构改革实施方案》（演示文件）第三条',
  predecessors: [
    ['wenguang', '文化广电新闻出版局', '文广局', 'planning'],
    ['lvyou', '旅游发展局', '旅游局', 'welfare'],
  ] as readonly BureauPlan[],
  successor: ['wenlv', '文化广电和旅游局', '文旅局', 'welfare'] as BureauPlan,
};

export const COUNTIES: readonly CountyPlan[] = [
  {
    key: 'chenglan',
    name: '澄岚区',
    code: '990102',
    bureaus: [
      ['jiaoyu', '教育局', '教育局', 'small'],
      ['shichang', '市场监督管理局', '市监局', 'market'],
      ['zhujian', '住房和城乡建设局', '住建局', 'housing'],
    ],
    township: { key: 'tingquan', name: '听泉街道', kind: 'SUBDISTRICT', workload: 'small' },
  },
  {
    key: 'qiwu',
    name: '栖梧区',
    code: '990103',
    bureaus: [
      ['chengguan', '城市管理局', '城管局', 'transport'],
      ['shichang', '市场监督管理局', '市监局', 'market'],
      ['tuiyi', '退役军人事务局', '退役局', 'quiet'],
    ],
    township: { key: 'chonglou', name: '重楼街道', kind: 'SUBDISTRICT', workload: 'small' },
  },
  {
    key: 'qingyan',
    name: '青砚县',
    code: '990121',
    bureaus: [
      ['gongan', '公安局', '公安局', 'police'],
      ['ziran', '自然资源局', '资源局', 'land'],
      ['dangan', '档案局', '档案局', 'quiet'],
    ],
    township: { key: 'moquan', name: '墨泉镇', kind: 'TOWNSHIP', workload: 'small' },
  },
  {
    key: 'zhuting',
    name: '竹汀县',
    code: '990122',
    bureaus: [
      ['nongye', '农业农村局', '农业局', 'small'],
      ['shuili', '水利局', '水利局', 'small'],
      ['tongji', '统计局', '统计局', 'quiet'],
    ],
    township: { key: 'changting', name: '长亭渡镇', kind: 'TOWNSHIP', workload: 'quiet' },
  },
  {
    key: 'luming',
    name: '鹿鸣县',
    code: '990123',
    bureaus: [
      ['linye', '林业局', '林业局', 'small'],
      ['minzheng', '民政局', '民政局', 'small'],
      ['xinfang', '信访局', '信访局', 'quiet'],
    ],
    township: { key: 'luchi', name: '鹭池乡', kind: 'TOWNSHIP', workload: 'quiet' },
  },
  {
    key: 'yanhui',
    name: '雁回县',
    code: '990124',
    bureaus: [
      ['gongan', '公安局', '公安局', 'police'],
      ['jiaoyu', '教育局', '教育局', 'small'],
      ['yingji', '应急管理局', '应急局', 'quiet'],
    ],
    township: { key: 'yunzhou', name: '云洲镇', kind: 'TOWNSHIP', workload: 'quiet' },
  },
  {
    key: 'baiyu',
    name: '白榆县',
    code: '990125',
    bureaus: [
      ['ziran', '自然资源局', '资源局', 'land'],
      ['sifa', '司法局', '司法局', 'small'],
      ['tongji', '统计局', '统计局', 'quiet'],
    ],
    township: { key: 'lechuan', name: '乐川镇', kind: 'TOWNSHIP', workload: 'small' },
  },
  {
    key: 'gaoxin',
    name: '云岭高新技术产业开发区',
    code: null,
    bureaus: [
      ['jianshe', '规划建设局', '建设局', 'housing'],
      ['shenpi', '行政审批局', '审批局', 'planning'],
      ['zhaoshang', '招商服务局', '招商局', 'quiet'],
    ],
    township: { key: 'xinghe', name: '星禾街道', kind: 'SUBDISTRICT', workload: 'small' },
  },
];
