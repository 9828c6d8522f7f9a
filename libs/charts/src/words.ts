import type { Indicator, Language, NoValue, Panel, ReasonClass, Verdict } from '@gongkai/model';

/** Which editions were counted: published ones, or accepted ones as well. */
export type CountedState = 'published' | 'accepted';

/** Every word a chart says. Sentences with figures are functions of figures already printed. */
export interface ChartWords {
  readonly year: (year: number) => string;
  readonly span: (first: number, last: number) => string;
  readonly units: Readonly<Record<Indicator['unit'], string>>;
  readonly noValue: Readonly<Record<NoValue, string>>;
  readonly noRow: string;
  readonly verdicts: Readonly<Record<Exclude<Verdict, 'same'>, string>>;
  readonly someVerdicts: Readonly<Record<Exclude<Verdict, 'same'>, string>>;
  readonly unjudged: string;
  readonly against: (reason: string) => string;
  readonly noFigure: (reason: string) => string;
  readonly emptyTitle: string;
  readonly nothingAsked: string;
  readonly gap: string;
  readonly total: string;
  readonly incomplete: string;
  readonly share: (numerator: string, denominator: string) => string;
  readonly fewCases: string;
  readonly interval: (low: string, high: string) => string;
  readonly restated: string;
  readonly restatedFrom: (first: string, day: string, reasons: string) => string;
  readonly reasons: Readonly<Record<ReasonClass, string>>;
  readonly organisations: string;
  readonly change: string;
  /** A difference of shares, with its sign. */
  readonly points: (difference: string) => string;
  /** Agencies counted of those expected, in both years: too unlike to be compared. */
  readonly apart: (before: string, now: string) => string;
  /** A difference with its sign, and in percent where that has a meaning. */
  readonly changeBy: (difference: string, percent: string | null) => string;
  readonly over: Readonly<Record<Panel, (before: number, now: number) => string>>;
  readonly coverage: string;
  readonly counted: Readonly<Record<CountedState, (reported: number, expected: number) => string>>;
  readonly nobodyExpected: string;
  readonly late: (count: number) => string;
  /** By what is counted: nobody is said not to have filed who may have. */
  readonly missing: Readonly<Record<'published' | 'accepted', (count: number) => string>>;
  readonly leftOut: (count: number) => string;
  readonly form: string;
  readonly comparability: string;
  readonly axisCoverage: (reported: number, expected: number) => string;
  readonly partialKey: string;
  readonly gapKey: string;
  readonly breakKey: string;
  readonly noteKey: string;
  readonly fewKey: string;
  readonly restatedKey: string;
  readonly incompleteKey: string;
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly stop: string;
}

const zh: ChartWords = {
  year: (year) => `${year}年`,
  span: (first, last) => (first === last ? `${first}年` : `${first}—${last}年`),
  units: { piece: '件', request: '件', case: '件', item: '项', cny_10k: '万元', cny: '元', share: '%' },
  noValue: {
    nobody_reported: '尚无机关公布',
    not_in_form: '当年格式没有这一项',
    cells_blank: '有关栏目没有可用的数字',
    denominator_zero: '分母为零，无法计算',
    not_comparable: '各年口径不可比',
  },
  noRow: '没有这一年的数据行',
  verdicts: { none: '口径不可比', note: '口径有变' },
  someVerdicts: { none: '部分口径不可比', note: '部分口径有变' },
  unjudged: '与上年是否可比未作判断',
  against: (reason) => `（与上年相比）${reason}`,
  noFigure: (reason) => `无数据（${reason}）`,
  emptyTitle: '没有可以画出的数据',
  nothingAsked: '所选范围和年份没有任何数据行',
  gap: '无数据',
  total: '合计',
  incomplete: '不全',
  share: (numerator, denominator) => `${numerator} ÷ ${denominator}`,
  fewCases: '分母很小，仅供参考',
  interval: (low, high) => `95%区间 ${low}—${high}`,
  restated: '修订',
  restatedFrom: (first, day, reasons) => `首次公布为 ${first}，${day} 起为现值${reasons === '' ? '' : `（${reasons}）`}`,
  reasons: { correction: '勘误', definition_change: '口径调整', reorganisation: '机构调整', late_addition: '补报' },
  organisations: '机构变动',
  change: '较上年',
  points: (difference) => `${difference} 个百分点`,
  apart: (before, now) => `不可直接比较：上年计入 ${before} 家，本年 ${now} 家`,
  changeBy: (difference, percent) => (percent === null ? difference : `${difference}（${percent}）`),
  over: {
    all_reporters: (before, now) => (before === now ? '' : `，计入机关由 ${before} 家变为 ${now} 家`),
    constant: (_, now) => `，两年均报告的 ${now} 家`,
  },
  coverage: '覆盖',
  counted: {
    published: (reported, expected) => `${reported}/${expected} 家已公布`,
    accepted: (reported, expected) => `${reported}/${expected} 家已审核通过`,
  },
  nobodyExpected: '没有应当报告的机关',
  late: (count) => `其中 ${count} 家逾期报送`,
  missing: { published: (count) => `${count} 家未公布`, accepted: (count) => `${count} 家未通过` },
  leftOut: (count) => `${count} 家缺这一项，未计入`,
  form: '格式',
  comparability: '可比性',
  axisCoverage: (reported, expected) => `${reported}/${expected}`,
  partialKey: '虚框或空心：部分机关未计入，缺得越多颜色越浅；年份下为“已报/应报”家数',
  gapKey: '灰底：无数据，不是零',
  breakKey: '竖线：两侧口径不可比',
  noteKey: '虚线：口径有变，慎比',
  fewKey: '灰点：分母很小，仅供参考',
  restatedKey: '※：数字修订过，悬停可见首次公布的值',
  incompleteKey: '不全：有一组无数据，柱高不是合计',
  colon: '：',
  comma: '，',
  semicolon: '；',
  stop: '。',
};

const en: ChartWords = {
  year: (year) => String(year),
  span: (first, last) => (first === last ? String(first) : `${first}–${last}`),
  units: { piece: 'pieces', request: 'requests', case: 'cases', item: 'items', cny_10k: '×10,000 CNY', cny: 'CNY', share: '%' },
  noValue: {
    nobody_reported: 'nobody has reported',
    not_in_form: 'not in the form of that year',
    cells_blank: 'no cell holds a figure',
    denominator_zero: 'the denominator is zero',
    not_comparable: 'the years do not compare',
  },
  noRow: 'no row for this year',
  verdicts: { none: 'not comparable', note: 'definition changed' },
  someVerdicts: { none: 'some not comparable', note: 'some definitions changed' },
  unjudged: 'comparability with the year before was not judged',
  against: (reason) => `(against the year before) ${reason}`,
  noFigure: (reason) => `no figure (${reason})`,
  emptyTitle: 'Nothing to draw',
  nothingAsked: 'there is no row at all for this place and these years',
  gap: 'no figure',
  total: 'Total',
  incomplete: 'incomplete',
  share: (numerator, denominator) => `${numerator} ÷ ${denominator}`,
  fewCases: 'of few, for orientation only',
  interval: (low, high) => `95% interval ${low}–${high}`,
  restated: 'Restated',
  restatedFrom: (first, day, reasons) => `first published as ${first}, as now since ${day}${reasons === '' ? '' : ` (${reasons})`}`,
  reasons: {
    correction: 'correction',
    definition_change: 'changed definition',
    reorganisation: 'reorganisation',
    late_addition: 'late addition',
  },
  organisations: 'Organisations',
  change: 'Against the year before',
  points: (difference) => `${difference} percentage points`,
  apart: (before, now) => `not directly comparable: ${before} agencies counted last year, ${now} this year`,
  changeBy: (difference, percent) => (percent === null ? difference : `${difference} (${percent})`),
  over: {
    all_reporters: (before, now) => (before === now ? '' : `, of ${now} agencies instead of ${before}`),
    constant: (_, now) => `, of the ${now} agencies that answered in both years`,
  },
  coverage: 'Coverage',
  counted: {
    published: (reported, expected) => `${reported} of ${expected} published`,
    accepted: (reported, expected) => `${reported} of ${expected} accepted`,
  },
  nobodyExpected: 'nobody had to report',
  late: (count) => `${count} of them late`,
  missing: { published: (count) => `${count} not published`, accepted: (count) => `${count} not accepted` },
  leftOut: (count) => `${count} without this figure, left out`,
  form: 'Form',
  comparability: 'Comparability',
  axisCoverage: (reported, expected) => `${reported}/${expected}`,
  partialKey: 'Dashed or hollow: some agencies are not in it, the more, the paler (reported/expected below the year)',
  gapKey: 'Grey ground: no figure, which is not zero',
  breakKey: 'Vertical line: the sides do not compare',
  noteKey: 'Dashed: definition changed, compare with care',
  fewKey: 'Grey dot: of few, for orientation only',
  restatedKey: '※: restated; point at it for what was published first',
  incompleteKey: 'Incomplete: a group has no figure, the bar is not the total',
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
  stop: '. ',
};

const WORDS: Readonly<Record<Language, ChartWords>> = { zh, en };

export function wordsOf(language: Language): ChartWords {
  return WORDS[language];
}
