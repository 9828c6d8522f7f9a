import { arabicDates } from '../narrative/read-period';

/** Captions and headings; what is longer is a text. */
const LONGEST = 60;
const NAMED = /[上下]半年|(?:第|前)?[1-4一二三四]季度|前\d{1,2}个月/;
const MONTHS = /(?<!\d)(?<from>\d{1,2})月?(?:份|\d{1,2}日)?(?:起|始)?(?:至|到|[-—–~])(?:\d{4}年|同年|当年|本年)?(?<to>\d{1,2})月/;
const UNTIL = /截[至止到][^,。;]{0,8}?(?<to>\d{1,2})月/;
const DECEMBER = 12;

/** Whether a line over a table says that its figures are of a part of the year: 2024年上半年, 1—6月, 截至9月30日. */
export function saysPartOfYear(text: string): boolean {
  if (text.length > LONGEST) return false;
  const solid = arabicDates(text);
  if (NAMED.test(solid)) return true;
  const { from, to } = MONTHS.exec(solid)?.groups ?? {};
  if (from !== undefined) return Number(from) !== 1 || Number(to) !== DECEMBER;
  const until = UNTIL.exec(solid)?.groups?.['to'];
  return until !== undefined && Number(until) !== DECEMBER;
}
