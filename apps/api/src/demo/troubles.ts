import type { CellId } from '@gongkai/model';

/** Agencies that filed nothing for these years. They are quiet ones, so that no sum of those who filed lacks anything but them. */
export const MISSING: Readonly<Record<string, readonly number[]>> = {
  'luming-xinfang': [2019, 2020, 2023],
  'yanhui-yingji': [2021],
  'baiyu-tongji': [2020, 2024, 2025],
  'zhuting-tongji': [2019, 2025],
  'qingyan-dangan': [2022],
  'luchi-zhengfu': [2019, 2025],
  'gaoxin-zhaoshang': [2021],
  'yl-tongji': [2025],
};

/** Filed after their due date. */
export const LATE: Readonly<Record<string, readonly number[]>> = {
  'chenglan-shichang': [2019, 2022],
  'qiwu-chengguan': [2020],
  'zhuting-nongye': [2021, 2024],
  'lechuan-zhengfu': [2022, 2025],
  'yl-jiaotong': [2020],
  'yl-renshe': [2023],
  'moquan-zhengfu': [2019, 2023],
  'luming-zhengfu': [2021],
};

/** Files because it wants to; it owes nothing. */
export const VOLUNTARY = { agencyKey: 'yl-tushuguan', from: 2023 };

/** Section three of 2019, with 其他处理 in one row, in a report of a 2021-form year. */
export const MIXED = { agencyKey: 'yl-zhujian', year: 2023 };

/** Came as a document: section four left blank, 规章 marked `/`. */
export const BLANK = {
  agencyKey: 'changting-zhengfu',
  year: 2021,
  blank: (cell: CellId): boolean => cell.startsWith('s4/'),
  mark: (cell: CellId): boolean => cell.startsWith('s2/regulations/'),
};

/** Carried in is not what was carried out the year before, and says why. */
export const RETYPED = {
  agencyKey: 'yl-ziran',
  year: 2023,
  code: 'XY-CARRY',
  cells: ['s3/carried_in/natural_person', 's3/carried_in/commercial_enterprise'] as readonly CellId[],
  text: '一名以个人名义登记的申请人经核实为个体工商户，本年起由“自然人”改列“商业企业”，两栏结转数相应一减一增，合计不变。',
  combinedText: '市自然资源和规划局一名申请人的类别由“自然人”更正为“商业企业”，汇总数随之一减一增，合计不变。',
};

/** Returned because a figure was doubted, then filed again with the right one. */
export const DOUBTED: readonly DoubtedFigure[] = [
  {
    agencyKey: 'baiyu-ziran',
    year: 2023,
    cell: 's2/administrative_licensing/decision_count',
    factor: 10,
    reason: '行政许可处理决定数量约为往年的十倍，请核对台账后重新报送。',
    comment: '疑似多录一个零，请与许可系统导出的办件量核对。',
  },
  {
    agencyKey: 'yl-huanjing',
    year: 2024,
    cell: 's2/administrative_fees/amount_10k_cny',
    factor: 10_000,
    reason: '收费金额与财政部门数据相差悬殊，请核对计量单位。',
    comment: '本栏单位为万元，所填似为元。',
  },
];

export interface DoubtedFigure {
  readonly agencyKey: string;
  readonly year: number;
  readonly cell: CellId;
  readonly factor: number;
  readonly reason: string;
  readonly comment: string;
}

/** Returned and not yet filed again. */
export const RETURNED_OPEN = {
  agencyKey: 'chenglan-zhujian',
  year: 2025,
  cell: 's3/unable_not_held/total' as CellId,
  reason: '“本机关不掌握相关政府信息”较多，请逐件复核是否告知了掌握机关，并在第五部分说明原因。',
  comment: '请附逐件复核结果后重新报送。',
};

/** Published with two cells in each other's place, put right by an amendment within the month. */
export const AMENDED = {
  agencyKey: 'yl-shichang',
  year: 2022,
  swapped: ['s2/administrative_licensing/decision_count', 's2/administrative_penalty/decision_count'] as readonly [CellId, CellId],
  reason: '公布后自查发现，行政许可与行政处罚两栏的本年处理决定数量填反，予以勘误。',
};

/** How far the reports of the last year have come; all others are published. */
export const UNFINISHED: Readonly<Record<'submitted' | 'accepted', readonly string[]>> = {
  submitted: [
    'yl-zhengfu',
    'yl-caizheng',
    'yl-jiaoyu',
    'chenglan-zhengfu',
    'chenglan-jiaoyu',
    'tingquan-banshichu',
    'qiwu-shichang',
    'qingyan-gongan',
    'gaoxin-shenpi',
  ],
  accepted: ['yl-fagai', 'yl-minzheng', 'qiwu-zhengfu', 'zhuting-shuili', 'luming-linye', 'yanhui-jiaoyu', 'gaoxin-jianshe'],
};
