import type { TableSection, Words } from '@gongkai/model';
import type { CodedRule } from '../coded-rule';

export const BLANK_CELLS: CodedRule = {
  code: 'FMT-BLANK',
  severities: ['error', 'warning'],
  missing: 'finding',
  says: {
    zh: '没有发生的，应当填写 0，不留空白，也不用符号代替。',
    en: 'Where nothing happened the form says 0, not a blank and not a mark.',
  },
  basis: '{form}',
  remedy: {
    zh: '在空白或者以符号代替的单元格中填写实际数字，没有发生的填 0。',
    en: 'Fill in the figure of each blank or marked cell, 0 where nothing happened.',
  },
};
/** `places`: where they are, if they are few. */
export function blankMessage(
  title: Words,
  { blanks, marks, derived }: Readonly<Record<'blanks' | 'marks' | 'derived', number>>,
  places: readonly Words[],
): Words {
  const zh = [blanks > 0 ? `${blanks} 处空白` : '', marks > 0 ? `${marks} 处以“/”“-”“无”等符号代替数字` : ''].filter(Boolean).join('，');
  const en = [blanks > 0 ? `${blanks} blank` : '', marks > 0 ? `${marks} marked / - — or 无` : ''].filter(Boolean).join(' and ');
  const totals =
    derived > 0
      ? { zh: `，其中 ${derived} 处总计由各分项推算`, en: `; ${derived} of them are totals derived from their parts` }
      : { zh: '', en: '' };
  const where =
    places.length > 0
      ? { zh: `（${places.map((place) => place.zh).join('、')}）`, en: ` (${places.map((place) => place.en).join('; ')})` }
      : { zh: '', en: '' };
  return { zh: `${title.zh}：${zh}${totals.zh}${where.zh}。`, en: `${title.en}: ${en}${totals.en}${where.en}.` };
}

/** What readers set over characters that are struck out or not seen, and in place of what is no text. */
const [STROKE, OBJECT] = ['\u0336', '\uFFFC'];
const STRUCK = /^(?:\S\u0336\s*)+$/u;

export const UNREADABLE: CodedRule = {
  code: 'FMT-UNREADABLE',
  severities: ['error'],
  missing: 'skip',
  says: { zh: '每个单元格填写一个数字。', en: 'Each cell holds one number.' },
  basis: '{form}',
  remedy: { zh: '改为阿拉伯数字，不写文字和单位。', en: 'Write digits, without words or units.' },
};
export function unreadableMessage(path: Words, raw: string): Words {
  if (STRUCK.test(raw)) {
    const shown = raw.replaceAll(STROKE, '');
    return {
      zh: `${path.zh}：“${shown}”已被划去、隐藏或者与底色同色，不能作为填报的数字。`,
      en: `${path.en}: "${shown}" is struck out, hidden or in the colour of its ground; it is not taken for a figure.`,
    };
  }
  if (raw.includes(OBJECT)) {
    return {
      zh: `${path.zh}：“${raw.replaceAll(OBJECT, '□')}”中的“□”是图片、对象或者自动编号，不是文字，无法识别。`,
      en: `${path.en}: the "□" in "${raw.replaceAll(OBJECT, '□')}" is a picture, an object or an automatic number, not text; it cannot be read.`,
    };
  }
  return { zh: `${path.zh}：“${raw}”不是可以识别的数字。`, en: `${path.en}: "${raw}" is not a number that can be read.` };
}
export function apartMessage(path: Words, raw: string): Words {
  return {
    zh: `${path.zh}：“${raw}”中有不止一个数，不能合成一个数。`,
    en: `${path.en}: "${raw}" holds more than one figure; they are not put together.`,
  };
}
export function estimatedMessage(path: Words, raw: string): Words {
  return {
    zh: `${path.zh}：“${raw}”是约数，应当填写准确的数字。`,
    en: `${path.en}: "${raw}" is an estimate; an exact figure is asked for.`,
  };
}
export function signedFigureMessage(path: Words, raw: string): Words {
  return {
    zh: `${path.zh}：“${raw}”带有正负号、增减字样或者括号；此处只填数量，不能小于 0。`,
    en: `${path.en}: "${raw}" carries a sign, a word for more or less, or brackets; this cell counts and is not below zero.`,
  };
}
export function notWholeMessage(path: Words, raw: string): Words {
  return { zh: `${path.zh}：“${raw}”不是整数，数量只能是整数。`, en: `${path.en}: "${raw}" is not whole; counts are whole numbers.` };
}

export const PRECISION: CodedRule = {
  code: 'FMT-PRECISION',
  severities: ['error'],
  missing: 'skip',
  says: { zh: '金额以分为最小单位。', en: 'Amounts of money are whole fen.' },
  basis: '{form}',
  remedy: {
    zh: '以万元为单位的，最多保留六位小数；以元为单位的，最多两位。',
    en: 'Keep at most six decimals in units of CNY 10,000, two in CNY.',
  },
};
export function precisionMessage(path: Words, raw: string): Words {
  return { zh: `${path.zh}：“${raw}”精确到分以下，不作四舍五入。`, en: `${path.en}: "${raw}" is finer than a fen and is not rounded.` };
}

export const MISSING_UNIT: CodedRule = {
  code: 'FMT-UNIT',
  severities: ['warning'],
  missing: 'skip',
  says: { zh: '金额应当注明单位。', en: 'An amount of money names its unit.' },
  basis: '{form: procurement_unit}',
  remedy: {
    zh: '注明单位是元还是万元；单位不明的金额不进入汇总。',
    en: 'Say whether it is CNY or CNY 10,000; without a unit the amount enters no sum.',
  },
};
export function unitMessage(path: Words, raw: string): Words {
  return { zh: `${path.zh}：“${raw}”没有注明单位，无法换算。`, en: `${path.en}: "${raw}" names no unit and cannot be converted.` };
}

const NEVER_NEGATIVE: Omit<CodedRule, 'code'> = {
  severities: ['error'],
  missing: 'skip',
  says: { zh: '数量和金额不小于 0。', en: 'Counts and amounts are not negative.' },
  basis: '{form}',
  remedy: { zh: '更正为实际发生的数量。', en: 'Correct it to what really happened.' },
};
export const NEGATIVE: Readonly<Record<TableSection, CodedRule>> = {
  s2: { code: 'S2-NONNEG', ...NEVER_NEGATIVE },
  s3: { code: 'S3-INT', ...NEVER_NEGATIVE },
  s4: { code: 'S4-INT', ...NEVER_NEGATIVE },
};
export function negativeMessage(path: Words, amount: string): Words {
  return { zh: `${path.zh}：${amount} 小于 0。`, en: `${path.en}: ${amount} is below zero.` };
}

export const UNKNOWN_LABEL: CodedRule = {
  code: 'FMT-LABEL',
  severities: ['warning'],
  missing: 'skip',
  says: { zh: '行、列名称使用规定格式的用语。', en: 'Rows and columns carry the labels of the form.' },
  basis: '{form}',
  remedy: {
    zh: '改用规定格式的行、列名称；格式以外的行、列请删去。',
    en: 'Use the labels of the form and delete rows and columns outside it.',
  },
};
export function unknownLabelMessage(title: Words, text: string): Words {
  return {
    zh: `${title.zh}：“${text}”不是规定格式的行或者列，其数字没有计入。`,
    en: `${title.en}: "${text}" is no row or column of the form; its figures were not counted.`,
  };
}

export const SUBTOTAL: CodedRule = {
  code: 'S3-GROUP',
  severities: ['warning'],
  missing: 'zero',
  says: {
    zh: '规定格式没有小计行；印出小计的，小计等于所属各行之和。',
    en: 'The form has no subtotals; one that is printed is the sum of its rows.',
  },
  basis: '{form}',
  remedy: { zh: '核对小计及其所属各行，并删去小计行。', en: 'Check the subtotal and its rows, and delete the row of the subtotal.' },
};
export function subtotalMessage(path: Words, expected: string, found: string): Words {
  return {
    zh: `${path.zh}：所属各行之和为 ${expected}，小计为 ${found}。`,
    en: `${path.en}: its rows add up to ${expected}, the subtotal says ${found}.`,
  };
}

export const UNKNOWN_CELL: CodedRule = {
  code: 'FMT-CELL',
  severities: ['warning'],
  missing: 'skip',
  says: { zh: '填报表的单元格编号与规定格式一致。', en: 'The lines of the template name cells of the form.' },
  basis: '{form}',
  remedy: {
    zh: '下载本年度的填报表，不改动“cell”一列。',
    en: 'Download the template of the year and leave its column "cell" as it is.',
  },
};
export function unknownCellMessage(title: Words, text: string): Words {
  return {
    zh: `${title.zh}：“${text}”不是规定格式的单元格编号，这一行没有计入。`,
    en: `${title.en}: "${text}" is no cell of the form; its line was not counted.`,
  };
}

export const ALIKE_LABEL: CodedRule = {
  code: 'FMT-ALIKE',
  severities: ['warning'],
  missing: 'skip',
  says: UNKNOWN_LABEL.says,
  basis: '{form}',
  remedy: {
    zh: '核对这一行或者列是否归入正确的栏目，并改用规定格式的名称。',
    en: 'Check where this row or column was put, and use the label of the form.',
  },
};
export function alikeMessage(title: Words, ...texts: readonly string[]): Words {
  const list = listed(texts);
  return {
    zh: `${title.zh}：${list.zh}与规定格式的名称不完全一致，按最接近的一项读取。`,
    en: `${title.en}: ${list.en} is not quite as the form says and was read as the nearest label.`,
  };
}

const MOST_LISTED = 3;

/** “a”、“b”等 5 处: the first few, and how many there are. */
function listed(texts: readonly string[]): Words {
  const told = texts.slice(0, MOST_LISTED);
  const more = texts.length - told.length;
  return {
    zh: told.map((text) => `“${text}”`).join('、') + (more > 0 ? `等 ${texts.length} 处` : ''),
    en: told.map((text) => `"${text}"`).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
}

export const CUT: CodedRule = {
  code: 'FMT-CUT',
  severities: ['error', 'warning'],
  missing: 'skip',
  says: { zh: '每个数字占一个单元格。', en: 'Each figure has a cell of its own.' },
  basis: '{form}',
  remedy: {
    zh: '对照原件核对这一行的每个数字；能够提供保留表格的文件的，改用该文件。',
    en: 'Compare each figure of the row with the original, or send a file that keeps its table.',
  },
};
export function cutMessage(title: Words, ...texts: readonly string[]): Words {
  const list = listed(texts);
  return {
    zh: `${title.zh}：数字连在一起，按唯一使各项关系成立的方式分开：${list.zh}。`,
    en: `${title.en}: figures that ran together were parted in the only way that satisfies the sums: ${list.en}.`,
  };
}
export function uncutMessage(title: Words, ...texts: readonly string[]): Words {
  const list = listed(texts);
  return {
    zh: `${title.zh}：数字连在一起，无法确定如何分开，没有读取：${list.zh}。`,
    en: `${title.en}: figures that ran together cannot be told apart and were not read: ${list.en}.`,
  };
}

export const OTHER_YEAR: CodedRule = {
  code: 'FMT-YEARS',
  severities: ['warning'],
  missing: 'skip',
  says: { zh: '一份文件只报送一个年度的报告。', en: 'A file holds the report of one year.' },
  basis: '{form}',
  remedy: {
    zh: '核对读取的年度是否正确；其他年度的表格请移到另外的文件。',
    en: 'Make sure that the year that was read is the right one, and move the tables of other years to files of their own.',
  },
};
export function otherYearMessage(_title: Words, year: string): Words {
  return {
    zh: `文件中还有 ${year} 年度的同样表格，没有读取。`,
    en: `The file holds the same tables for ${year} as well; those were not read.`,
  };
}

export const PART_OF_YEAR: CodedRule = {
  code: 'FMT-PART',
  severities: ['inconsistency'],
  missing: 'skip',
  says: { zh: '各表填报全年（1月1日至12月31日）的数据。', en: 'The tables report the whole year, 1 January to 31 December.' },
  basis: '{form}',
  remedy: {
    zh: '表中数据是全年的，删去表格上方的时间范围；不是全年的，改报全年数据。',
    en: 'Where the figures are of the whole year take away the span of time over the table; where they are not, report the whole year.',
  },
};
export function partOfYearMessage(title: Words, ...texts: readonly string[]): Words {
  const list = listed(texts);
  return {
    zh: `${title.zh}：表格上方写有${list.zh}，表中数据可能不是全年的。`,
    en: `${title.en}: ${list.en} stands over the table, so that its figures may not be those of the whole year.`,
  };
}

export const LOST_HEADS: CodedRule = {
  code: 'FMT-HEADS',
  severities: ['warning'],
  missing: 'skip',
  says: UNKNOWN_LABEL.says,
  basis: '{form}',
  remedy: {
    zh: '对照原件核对各列的归属；能够提供保留表头的文件的，改用该文件。',
    en: 'Compare the columns with the original, or send a file that keeps the headings of its table.',
  },
};
export function lostHeadsMessage(title: Words): Words {
  return {
    zh: `${title.zh}：表头没有读出，各列按规定的次序、行名称和合计关系推定。`,
    en: `${title.en}: the headings of the columns could not be read; their number, the rows and the sums told which column is which.`,
  };
}

export const UNREAD_TABLE: CodedRule = {
  code: 'FMT-UNREAD',
  severities: ['error'],
  missing: 'skip',
  says: { zh: '第二至第四部分填写规定的表格。', en: 'Sections two to four are the tables of the form.' },
  basis: '{form}',
  remedy: {
    zh: '改用文字形式的表格（不用图片，不用文字叙述代替），或者提供能够复制文字的原始文件。',
    en: 'Print the table as text, not as a picture or as prose, or send the original file from which text can be copied.',
  },
};
const UNREAD: Readonly<Record<string, Words>> = {
  picture: { zh: '标题下是图片', en: 'a picture stands under the heading' },
  layout: { zh: '标题下的表格排版无法识别', en: 'the layout of the table could not be recognised' },
  prose: { zh: '标题下只有文字叙述', en: 'only prose stands under the heading' },
  nothing: { zh: '标题下没有内容', en: 'nothing stands under the heading' },
};
/** `what` is what the reader says stands there. */
export function unreadTableMessage(title: Words, what: string): Words {
  const why = UNREAD[what] ?? { zh: what, en: what };
  return {
    zh: `${title.zh}：有这一部分的标题，没有读出表格（${why.zh}）。`,
    en: `${title.en}: the heading is there, no table could be read (${why.en}).`,
  };
}

export const MIXED_FORMS: CodedRule = {
  code: 'FMT-MIXED',
  severities: ['error', 'warning'],
  missing: 'skip',
  says: { zh: '全部表格使用报告年度现行的格式。', en: 'All tables are in the form in force for the report year.' },
  basis: '{forms}',
  remedy: { zh: '改用现行格式的表格重新填写本部分。', en: 'Fill in this section again in the form in force.' },
};
export function mixedMessage(title: Words, printed: string, wanted: string): Words {
  return {
    zh: `${title.zh}：使用了${printed}的表格，应为${wanted}的表格。`,
    en: `${title.en}: printed in the table of ${printed}, expected that of ${wanted}.`,
  };
}

export const ONE_ROW_OTHER: CodedRule = {
  code: 'S3-ONE-ROW-OTHER',
  severities: ['error', 'warning'],
  missing: 'skip',
  says: { zh: '自2021年度报告起，（六）其他处理分三行填写。', en: 'From report year 2021 other processing is printed in three rows.' },
  basis: '{form: other_rows}',
  remedy: {
    zh: '按三种情形分行填写；不改正的，只计入其他处理合计。',
    en: 'Fill in the three rows; left as it is, only the total of other processing is counted.',
  },
};
export function oneRowOtherMessage(path: Words): Words {
  return {
    zh: `${path.zh}：其他处理只有一行，现行格式为三行。`,
    en: `${path.en}: other processing is one row, the form in force has three.`,
  };
}

export const UNRECOGNISED: CodedRule = {
  code: 'FMT-FORM',
  severities: ['error'],
  missing: 'skip',
  says: { zh: '表格使用规定格式。', en: 'Tables are in the prescribed form.' },
  basis: '{form}',
  remedy: { zh: '使用规定格式的表格重新填写本部分。', en: 'Fill in this section in the prescribed table.' },
};
export function unrecognisedMessage(title: Words, text: string): Words {
  return {
    zh: `${title.zh}：表格与已知格式都不一致，无法识别${text === '' ? '' : `（“${text}”）`}。`,
    en: `${title.en}: the table matches no known form${text === '' ? '' : ` ("${text}")`}.`,
  };
}
