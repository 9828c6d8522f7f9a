import type { CellId, NarrativeSection } from '@gongkai/model';
import { diceFor } from './dice';
import type { DemoAgency } from './demo-city';
import { amountOf, type DemoFigures } from './figures';

type Narrative = readonly { readonly section: NarrativeSection; readonly text: string }[];

const PROBLEMS: readonly string[] = [
  '解读材料以文字为主，图表和问答偏少，群众读起来不够省力',
  '个别公开栏目更新间隔偏长，栏目之间还有内容重复',
  '答复文书说理不够充分，法条引用的格式不统一',
  '基层承办人员轮换较快，办理口径需要反复培训',
  '历史文件的效力状态标注不全，检索时难以分辨',
  '线下查阅点使用率不高，开放时间与群众作息不够合拍',
  '政策征求意见的采纳情况反馈偏慢',
  '公开属性的源头认定偶有滞后，影响发布时效',
];

const IMPROVEMENTS: readonly string[] = [
  '把解读任务与文件起草同步布置，增加图解和问答',
  '建立栏目月度巡查单，逐项销号',
  '编印答复文书范例，重大复杂事项会商后再答复',
  '实行老带新结对，每季度组织一次案例讨论',
  '对现存文件逐件标注效力并集中公布',
  '调整查阅点开放时段，增设自助查询',
  '为意见征集设定反馈期限并公开采纳理由',
  '在公文系统中把公开属性设为必填项',
];

const MEASURES: readonly string[] = [
  '主要负责同志听取专题汇报，逐条过问进展',
  '修订公开指南，补全机构职能和联系方式',
  '公开专栏改版，按办事情形重新编排',
  '对拟发文件先审公开属性再送签',
  '组织窗口和热线人员学习答复规范',
  '在乡镇和社区增设公开查阅点',
  '重要政策由起草人到场讲解',
  '把群众来电中的高频疑问整理成问答',
  '请法律顾问审看疑难申请的答复',
  '试行申请接收、登记、答复全程留痕',
];

/** The three narrative sections: our own sentences, true to the tables, never the same two years running, and seldom those of another agency. */
export function narrativeOf(agency: DemoAgency, year: number, figures: DemoFigures): Narrative {
  return [
    { section: 's1', text: overallSituation(agency, year, figures) },
    { section: 's5', text: problemsOf(agency, year) },
    { section: 's6', text: otherMatters(agency, year, figures) },
  ];
}

function problemsOf({ key, kind }: DemoAgency, year: number): string {
  const assessment = kind === 'GOVERNMENT' ? '本级政府已将政务公开纳入年度工作考核，开展了社会评议，本年度没有需要责任追究的情形。' : '';
  return [
    `主要问题：${listed(someOf(PROBLEMS, 3, `${key}/${year}/problems`))}。`,
    `改进情况：${listed(someOf(IMPROVEMENTS, 3, `${key}/${year}/improvements`))}。${assessment}`,
  ].join('\n');
}

const listed = (clauses: readonly string[]): string => clauses.map((clause, at) => `${'一二三'.charAt(at)}是${clause}`).join('；');

/** Different ones of a list, by the dice of a key. */
function someOf(list: readonly string[], count: number, key: string): readonly string[] {
  const dice = diceFor(key);
  const left = [...list];
  return Array.from({ length: count }, () => left.splice(dice.between(0, left.length - 1), 1)).flat();
}

function overallSituation({ key, kind, name }: DemoAgency, year: number, figures: DemoFigures): string {
  const measures = someOf(MEASURES, 4, `${key}/${year}/measures`);
  const of = (cell: CellId): number => amountOf(figures, cell);
  const busy = of('s3/new_received/total') + of('s2/administrative_licensing/decision_count');
  const items = diceFor(`${key}/${year}/items`).between(6, 40) + Math.min(4000, Math.floor(busy / 4));
  const suits = of('s4/litigation_direct/total') + of('s4/litigation_post_review/total');
  const scope = kind === 'GOVERNMENT' ? '本报告汇总本级各部门和下级机关的数据，垂直管理机关不计入。' : '';
  return [
    `本报告为演示数据，所述机关和事项均为虚构。${scope}`,
    `${measures.join('；')}。`,
    `${year}年，${name}主动公开政府信息${items}件。${documents(year, of)}`,
    `全年新收政府信息公开申请${of('s3/new_received/total')}件，上年结转${of('s3/carried_in/total')}件，办结${of('s3/total_processed/total')}件，` +
      `结转下年度继续办理${of('s3/carried_out/total')}件。因政府信息公开工作被申请行政复议${of('s4/review/total')}件，被提起行政诉讼${suits}件。`,
  ].join('\n');
}

function documents(year: number, of: (cell: CellId) => number): string {
  if (year < 2021) return `新制作规范性文件${of('s2/normative_documents/newly_made')}件。`;
  const [issued, inForce] = [of('s2/normative_documents/issued_count'), of('s2/normative_documents/in_force_count')];
  return `制发行政规范性文件${issued}件，现行有效${inForce}件。`;
}

/** 国办函〔2020〕109号 asks from 2021 on for a word about the fee, also when none was charged. */
function otherMatters({ name }: DemoAgency, year: number, figures: DemoFigures): string {
  if (year < 2021) return `${name}没有其他需要报告的事项。（演示数据）`;
  const lapsed = amountOf(figures, 's3/other_fee_lapsed/total');
  const notices = lapsed === 0 ? '本年度未发出收费通知' : `本年度有${lapsed}件申请发出收费通知后申请人逾期未缴费`;
  return `依据《政府信息公开信息处理费管理办法》，${notices}，收取信息处理费0元。没有其他需要报告的事项。（演示数据）`;
}
