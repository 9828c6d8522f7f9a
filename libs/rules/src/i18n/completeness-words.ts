import type { TableSection, Words } from '@gongkai/model';
import type { CodedRule } from '../coded-rule';

const NEVER_MISSING: Omit<CodedRule, 'code'> = {
  severities: ['error'],
  missing: 'finding',
  says: { zh: '表格的行和列与规定格式一致，不增不减。', en: 'The table has every row and column of the form.' },
  basis: '{form}',
  remedy: {
    zh: '对照原件：缺少的，按规定格式补齐；原件中有的，改用保留表格的文件，或者在线填写这些数字。',
    en: 'Compare with the original: add what is missing from the form; where it is there, send a file that keeps its tables, or type the figures.',
  },
};
export const MISSING_CELLS: Readonly<Record<TableSection, CodedRule>> = {
  s2: { code: 'FMT-MISSING', ...NEVER_MISSING },
  s3: { code: 'FMT-MISSING', ...NEVER_MISSING },
  s4: { code: 'S4-COLS', ...NEVER_MISSING },
};
/** `places`: the rows, columns and single cells. */
export function missingCellsMessage(title: Words, count: number, places: readonly Words[]): Words {
  const where = placesListed(places);
  return {
    zh: `${title.zh}：有 ${count} 个单元格在报告中没有找到（${where.zh}）。不知道报告的数字是多少，不作空白，也不作 0。`,
    en: `${title.en}: ${count} cells could not be found in the report (${where.en}). What it reports there is not known: neither blank nor 0.`,
  };
}

export const UNCHECKED: CodedRule = {
  code: 'FMT-UNCHECKED',
  acrossYears: true,
  severities: ['info'],
  missing: 'finding',
  says: { zh: '没有找到或者无法识读的数字，不作推算。', en: 'What could not be found or read is not guessed.' },
  basis: '{form}',
  remedy: { zh: '补齐这些数字后重新核验。', en: 'Supply these figures and check again.' },
};
export function uncheckedMessage(
  title: Words,
  rule: { readonly says: Words; readonly times: number; readonly isLast: boolean },
  places: readonly Words[],
): Words {
  const where = placesListed(places);
  const whose = rule.isLast ? { zh: '上年报告中', en: " in last year's report" } : { zh: '', en: '' };
  return {
    zh: `${title.zh}：“${rule.says.zh.replace(/。$/u, '')}”有 ${rule.times} 处没有核算，因为${whose.zh}没有找到或者无法识读：${where.zh}。`,
    en: `${title.en}: "${rule.says.en.replace(/\.$/, '')}" could not be checked in ${rule.times} places, because these were not found or not readable${whose.en}: ${where.en}.`,
  };
}

export const NOT_WHOLE: CodedRule = {
  code: 'FMT-WHOLE',
  severities: ['error'],
  missing: 'finding',
  says: { zh: '各张表格逐栏填写，没有发生的填 0。', en: 'Every cell of the tables is filled in, with 0 where nothing happened.' },
  basis: '{form}',
  remedy: { zh: '按规定格式填写全部数字；确实没有发生的，填 0。', en: 'Fill in all figures of the form, 0 where nothing happened.' },
};
export function fewFiguresMessage(numbers: number, cells: number): Words {
  return {
    zh: `报告不完整：${cells} 个单元格中只有 ${numbers} 个有数字。`,
    en: `The report is not whole: only ${numbers} of ${cells} cells hold a number.`,
  };
}
export function emptyTableMessage(title: Words): Words {
  return { zh: `${title.zh}：整张表格没有一个数字。`, en: `${title.en}: the whole table holds no number.` };
}

/** More rows and columns than these are counted and not named. */
const MOST_PLACES = 6;

function placesListed(places: readonly Words[]): Words {
  const told = places.slice(0, MOST_PLACES);
  const more = places.length - told.length;
  return {
    zh: told.map(({ zh }) => zh).join('、') + (more > 0 ? `等 ${places.length} 处` : ''),
    en: told.map(({ en }) => en).join('; ') + (more > 0 ? `; and ${more} more places` : ''),
  };
}

export const REPEATED: CodedRule = {
  code: 'FMT-REPEATED',
  severities: ['error', 'warning', 'info'],
  missing: 'skip',
  says: { zh: '每个单元格只出现一次。', en: 'Each cell stands once.' },
  basis: '{form}',
  remedy: { zh: '删去重复的行、列或者表格。', en: 'Delete the repeated row, column or table.' },
};
/** Copies that say the same. */
export function copiedMessage(title: Words, count: number, places: readonly Words[]): Words {
  const where = placesListed(places);
  return {
    zh: `${title.zh}：有 ${count} 个单元格重复出现，内容相同（${where.zh}），只计一次。`,
    en: `${title.en}: ${count} cells stand more than once and say the same (${where.en}); they are counted once.`,
  };
}
/** Copies that differ; `isLost`: in some of them nobody can tell which is meant, else only one of the copies can be read. */
export function repeatedMessage(title: Words, count: number, places: readonly Words[], isLost: boolean): Words {
  const where = placesListed(places);
  const taken = isLost
    ? { zh: '以哪一处为准无法判断，没有读取', en: 'which is meant cannot be told, and none was read' }
    : { zh: '以能够读出的一处为准', en: 'the copy that can be read counts' };
  return {
    zh: `${title.zh}：有 ${count} 个单元格重复出现，前后不一致的是：${where.zh}；${taken.zh}。`,
    en: `${title.en}: ${count} cells stand more than once; the copies differ in: ${where.en}; ${taken.en}.`,
  };
}

export const OLDER: CodedRule = {
  code: 'FMT-OLDER',
  severities: ['error'],
  missing: 'skip',
  says: {
    zh: '2019年度起，报告采用国务院办公厅统一的格式。',
    en: 'From report year 2019 reports follow the form of the General Office of the State Council.',
  },
  basis: '{first form}',
  remedy: {
    zh: '以前年度的报告没有可以读取的统一表格，只作原件保存。',
    en: 'Earlier reports have no common tables to read; keep the original.',
  },
};
/** `firstYears`: those of the forms that can be read. */
export function olderMessage(year: number | null, firstYears: readonly number[]): Words {
  return {
    zh: `${year} 年度的报告是旧格式，不是${firstYears.map((first) => `${first}年`).join('或者')}的格式，其中的数字没有读取。`,
    en: `The report of ${year} is in an older form, not that of ${firstYears.join(' or of ')}; its figures were not read.`,
  };
}
