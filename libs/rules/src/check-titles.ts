import { solidText } from '@gongkai/model';
import type { Finding, Form, Narrative, SectionCode } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { WHOLE_REPORT } from './i18n/content-words';
import { TITLES, sectionOrderMessage, titleMessage, titleOrderMessage } from './i18n/narrative-words';
import { sectionWords } from './place-words';

const NUMERALS = '一二三四五六';

/** NV-HEAD: the order, titles and numbers of the sections are those of the form. A wording that is known beside it is only said. */
export function checkTitles(examination: Examination): readonly Finding[] {
  const { report, expectedYear, anyForm, forms } = examination;
  const year = report.year ?? expectedYear;
  // The document of the first form only asked to go by it 参照 for its first reports.
  if (year === null || year <= Math.min(...forms.map(({ years }) => years.first))) return [];
  return [...wrongOrder(report.order ?? []), ...report.narrative.flatMap((part) => wrongTitle(anyForm, part))];
}

function wrongOrder(order: readonly SectionCode[]): readonly Finding[] {
  const early = order.find((section, at) => order.slice(0, at).some((before) => before > section));
  if (early === undefined) return [];
  const printed = order.map((section) => NUMERALS[Number(section.slice(1)) - 1]).join('、');
  return [
    findingOf({
      severity: 'warning',
      section: early,
      path: WHOLE_REPORT,
      message: sectionOrderMessage(printed),
      rule: TITLES,
    }),
  ];
}

function wrongTitle(anyForm: Form, { section, heading }: Narrative): readonly Finding[] {
  const printed = titleIn(heading);
  if (printed === '') return [];
  const path = sectionWords(anyForm, section);
  const said = { section, path, rule: TITLES } as const;
  const number = numeralIn(heading);
  if (number !== null && number !== Number(section.slice(1)))
    return [findingOf({ ...said, severity: 'warning', message: titleOrderMessage(path, heading) })];
  if (printed === titleIn(path.zh)) return [];
  const severity = isKnown(anyForm, section, printed) ? 'info' : 'warning';
  return [findingOf({ ...said, severity, message: titleMessage(path, heading), expected: path.zh, found: heading })];
}

/** A title without number and punctuation; empty for what is no title. */
function titleIn(heading: string): string {
  return solidText(heading)
    .replace(/^[一二三四五六七八九十]+[、.,:]?/, '')
    .replace(/[\p{P}\p{S}]/gu, '');
}

/** 5 for 五、…; null where there is no number, or one that no section has. */
function numeralIn(heading: string): number | null {
  const numeral = /^([一二三四五六七八九十]+)[、.,:]/.exec(solidText(heading))?.[1];
  return numeral === undefined ? null : NUMERALS.indexOf(numeral) + 1;
}

function isKnown(form: Form, code: string, printed: string): boolean {
  return form.sections.some((section) => section.code === code && section.aliases.map(titleIn).includes(printed));
}
