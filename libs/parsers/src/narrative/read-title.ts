import { plainText, solidText } from '@gongkai/model';
import { chineseYear } from './dates';

/** A report's title as printed, and what it says. */
export interface Title {
  readonly text: string;
  readonly agencyName: string | null;
  readonly year: number | null;
}

const REPORT = /(?:政府信息|政务|信息)公开(?:工作)?的?(?:20\d{2}年)?(?:年?度)?(?:工作)?(?:情况)?的?(?:报告|年报)/;
const YEAR =
  /(?<![\doOlI〇零○一二三四五六七八九])(?:(20\d{2})|(二[〇零○O][〇零○O一二三四五六七八九]{2}))(?:年|(?=(?:政府)?信息公开|年?度))/;
/** What stands where the year stands and is none: 20223年, 2o23年. */
const NO_YEAR = /[2二][\doOlI〇零○一二三四五六七八九]{2,7}(?:年|(?=(?:政府)?信息公开|年?度))/;
const LONGEST_TITLE = 80;
const SENTENCE = /[。；;！!？?，,:：]/;
/** What may follow behind 报告. */
const AFTER = /^(?:20\d{2}年?(?:度)?|的?(?:公示|公布|公告|通知)|》(?:的(?:公示|公布|公告|通知))?|\(.{1,12}\))?$/;
const LABEL = /^(?:(?:标\s?题|题\s?目|名\s?称)\s?[:：]|Page \d{1,3} -)\s?/;
const ABOUT = /^(?:关于)?(?:印发|发布|公布|报送|公开)?[《"“]?/;
const NO_NAME = /关于|要求|^[我本该](?:[局委办厅院部县市区镇乡州省]|单位|机关|街道)?$|信息公开|^(?:首页|当前位置)/;
const NAME_END =
  /(?:政府|办公室|办公厅|办事处|委员会|管委会|局|厅|委|办|院|署|处|站|所|队|中心|街道|镇|乡|公司|部|会|社|学校|医院|馆|海关|银行|集团|支队|总队)$/;
/** 现公布…报告, 编制《…报告》: the sentence that presents a report which has no title of its own. */
const PRESENTED =
  /(?:公布|发布|[现特]公开|社会公开|编制|编写|形成)(?:了|完成)?(?:如下)?[《“"]?(?<title>[^。；，,《》“”"]{4,60}?(?:报告|年报))/g;
const COMPILED_BY = /由(?<agency>[\p{Script=Han}()（）]{3,40}?)(?:负责|组织)?(?:编制|编写)/u;

/** A text that is a report's title, with its year; null for anything else. */
export function titleFrom(text: string): Title | null {
  const title = text
    .slice(0, LONGEST_TITLE * 2)
    .trim()
    .replace(LABEL, '');
  if (title.length > LONGEST_TITLE || SENTENCE.test(title)) return null;
  const solid = solidText(title);
  const report = REPORT.exec(solid);
  if (!report || !AFTER.test(solid.slice(report.index + report[0].length))) return null;
  const year = YEAR.exec(solid);
  return {
    text: title,
    agencyName: agencyIn(solid, report.index, year ?? NO_YEAR.exec(solid)),
    year: year ? Number(year[1] ?? chineseYear(year[2])) : null,
  };
}

/** The title that a sentence gives to the report it presents. */
export function presentedTitle(text: string): Title | null {
  if (text.length > 2000) return null;
  for (const match of plainText(text).matchAll(PRESENTED)) {
    const title = titleFrom(match.groups?.['title'] ?? '');
    if (title?.year != null && title.agencyName !== null) return title;
  }
  return null;
}

/** Who compiled the report, where a sentence says so: 由青禾县水务局编制. */
export function compiledBy(text: string): string | null {
  const name = text.length > 2000 ? undefined : COMPILED_BY.exec(solidText(text))?.groups?.['agency'];
  return name !== undefined && isAgencyName(name) ? name : null;
}

/** A line that names an agency and nothing else. */
export function isAgencyName(text: string): boolean {
  const solid = solidText(text);
  return solid.length <= 40 && /^[\p{Script=Han}()]{3,}$/u.test(solid) && NAME_END.test(solid) && !NO_NAME.test(solid);
}

/** What stands before the year, or between year and 政府信息公开. */
function agencyIn(solid: string, report: number, year: RegExpExecArray | null): string | null {
  const before = cleanName(solid.slice(0, year && year.index < report ? year.index : report));
  const between = year && year.index < report ? cleanName(solid.slice(year.index + year[0].length, report)) : '';
  const name = before === '' ? between : before;
  return name === '' || NO_NAME.test(name) ? null : name;
}

function cleanName(text: string): string {
  return text
    .replace(ABOUT, '')
    .replace(/^年?度/, '')
    .replace(/[(《"“]$|的$/, '');
}
