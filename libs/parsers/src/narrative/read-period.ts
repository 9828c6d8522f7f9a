import { solidText } from '@gongkai/model';
import { chineseNumber, chineseYear, isoDate } from './dates';

/** A span of time as ISO dates. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A day; the month or the day null where only the year or the month is named. */
interface Day {
  readonly year: string | undefined;
  readonly month: string;
  readonly day: string | undefined;
}

const CHINESE_YEAR = /(?<![〇零○O一二三四五六七八九])二[〇零○O一二三四五六七八九]{3}(?=年)/g;
const CHINESE_PART = /(?:(?:[一二三]?十[一二三四五六七八九]?)|[一二三四五六七八九])(?=[月日])/g;
const HOUR = '(?:\\d{1,2}[:时]\\d{0,2}分?)?';
const CONNECTED = new RegExp(`^${HOUR}(?:起|始|开始|\\(含\\))?,?(?:至|到|[-—–−―─~〜/]{1,3})`);
const FROM: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})年度?(?<month>\d{1,2})月(?:(?<day>\d{1,2})(?!\d)日?)?/g,
  /(?<!\d)(?<year>\d{4})(?<sign>[-./])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)日?/g,
  /(?<!\d)(?<year>20\d{2})(?<month>\d{2})(?<day>\d{2})(?!\d)/g,
  /(?<!\d)(?<year>\d{4})年(?<month>\d{1,2})(?=(?:至|到|[-—–~])\d{1,2}月)/g,
  /(?<!\d)(?<year>\d{4})[./](?<month>\d{1,2})(?=(?:至|到|[-—–~])\d{4}[./])/g,
];
const UNTIL: readonly RegExp[] = [
  /^(?:(?<year>\d{4})年度?|同年|当年|本年|该年)?(?<month>\d{1,2})月(?:(?<day>\d{1,2})(?!\d)日?|底|末)?/,
  /^(?:(?<year>\d{4})[-./])?(?<month>\d{1,2})[-./](?<day>\d{1,2})(?!\d)日?/,
  /^(?<year>20\d{2})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
  /^(?<year>\d{4})[./](?<month>\d{1,2})(?![./\d])/,
];
/** 统计期限为2023年度。 */
const WHOLE_YEAR =
  /(?:期限|时限|期间|区间|周期|范围|时间|年度)(?:均)?(?:为|是|:|自)?(?<!\d)(\d{4})年(?:度|全年度?|整年)?(?=[,，.。;；)）(（的]|数据|$)/;

/** Dates in Chinese numerals as digits, half-width, without white space. */
export function arabicDates(text: string): string {
  return solidText(text)
    .replace(/元(?=月)/g, '1')
    .replace(CHINESE_YEAR, (year) => chineseYear(year))
    .replace(CHINESE_PART, (part) => chineseNumber(part));
}

/**
 * The first span of time in a text: 2023年1月1日起至12月31日止, 2023.1.1-2023.12.31, 2023-01-01至2023-12-31, 二〇二三年一月一日至…, 2023年1月至12月;
 * 统计期限为2023年度 is the whole year. Null where there is none, or a day that no calendar has.
 */
export function readPeriod(text: string): Period | null {
  const solid = arabicDates(text);
  const starts = FROM.flatMap((pattern) => [...solid.matchAll(pattern)]).sort((one, other) => one.index - other.index);
  for (const start of starts) {
    const rest = solid.slice(start.index + start[0].length);
    const connected = CONNECTED.exec(rest);
    const until = connected ? untilIn(rest.slice(connected[0].length)) : null;
    if (until) return periodOf(dayOf(start), until);
  }
  const year = WHOLE_YEAR.exec(solid)?.[1];
  return year === undefined ? null : { from: `${year}-01-01`, to: `${year}-12-31` };
}

function untilIn(text: string): Day | null {
  const match = UNTIL.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  return match ? dayOf(match) : null;
}

function dayOf({ groups }: RegExpExecArray): Day {
  return { year: groups?.['year'], month: groups?.['month'] ?? '', day: groups?.['day'] };
}

function periodOf(start: Day, until: Day): Period | null {
  const from = isoDate(start.year, start.month, start.day ?? '1');
  const year = until.year ?? start.year;
  const to = isoDate(year, until.month, until.day ?? String(lastDay(Number(year), Number(until.month))));
  return from && to ? { from, to } : null;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
