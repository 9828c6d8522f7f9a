import { NARRATIVE_SECTIONS, type Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { BODY_YEAR, bodyYearMessage } from './i18n/year-words';
import { sectionWords } from './place-words';
import { sentencesOf } from './sentences-of';

/** A sentence about a year: 2022年，… and 2022年度我局…; not 2022年底 and not 2022年决算. */
const FRAME =
  /^(?:[一二三四五六七八九十]{1,2}是|\([一二三四五六七八九十]\)[^,。\d]{0,20}[,。]?)?(20\d{2})年(?:度|全年)?(?:[,，]|(?=我|本|共|新?收|受理|主动|累计))/;
const COMPARES = /上年(?!度?(?:结转|转结))|去年|上一年(?!度?结转)|相比|同比|以来|截至/;
/** A text left over is one of the last few years; what is older is history. */
const LEFT_OVER = 3;

/** NV-YEAR: a sentence that begins with a year gone by, as it stood in last year's text, and neither it nor the next names the report year. */
export function checkBodyYears(examination: Examination): readonly Finding[] {
  const { report, expectedYear } = examination;
  const year = report.year ?? expectedYear;
  if (year === null) return [];
  const told = (report.years ?? []).map((one) => one.text);
  const isNow = (text: string | undefined): boolean => text?.includes(String(year)) ?? false;
  return sentencesOf(report, NARRATIVE_SECTIONS).flatMap((paragraph) =>
    paragraph.flatMap(({ section, text, quotation }, at) => {
      if (told.includes(quotation)) return [];
      const named = Number(FRAME.exec(text)?.[1]);
      if (!(named < year && named >= year - LEFT_OVER)) return [];
      if (isNow(text) || isNow(paragraph[at + 1]?.text) || COMPARES.test(text)) return [];
      const path = sectionWords(examination.anyForm, section);
      const message = bodyYearMessage(path, String(named), quotation);
      return findingOf({
        severity: 'warning',
        section,
        path,
        message,
        rule: BODY_YEAR,
        expected: String(year),
        found: String(named),
      });
    }),
  );
}
