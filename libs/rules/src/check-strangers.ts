import { NARRATIVE_SECTIONS, type Finding } from '@gongkai/model';
import { agencyName } from './agency-facts';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { STRANGER, strangerMessage } from './i18n/narrative-words';
import { sectionWords } from './place-words';
import { sentencesOf } from './sentences-of';

/** Place, level and what the agency is: 青禾 县 统计局. A city may be above a city, so only these levels tell a neighbour from a superior. */
const AGENCY = /([\p{Script=Han}]{2,6}?)(县|旗|镇|乡)([\p{Script=Han}]{2,20})$/u;
/** A visit, a loan or a quotation may name a neighbour. */
const WITH_OTHERS = /[赴到与和同向由及、]$|学习|考察|调研|借鉴|联合|会同|交流/;

/**
 * NV-COPY: the text names the same kind of agency of another place of the same level, as a text copied from there would: 云川县统计局 in the
 * report of 青禾县统计局. Anything less is no sure sign and is left alone.
 */
export function checkStrangers(examination: Examination): readonly Finding[] {
  const name = agencyName(examination);
  const own = AGENCY.exec(name ?? '');
  if (!name || !own) return [];
  const [, place = '', level = '', kind = ''] = own;
  const pattern = new RegExp(`(?:^|[,。;:、“《(]|我们|由)([\\p{Script=Han}]{2,4}${level})${kind}`, 'gu');
  const known = `${name}${examination.report.title ?? ''}`;
  const strangers = sentencesOf(examination.report, NARRATIVE_SECTIONS)
    .flat()
    .flatMap(({ section, text, quotation }) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const found = match[1] ?? '';
        const isOwn = found.endsWith(place + level) || known.includes(found) || /^[我本全各该外]/.test(found);
        return isOwn || WITH_OTHERS.test(text.slice(0, match.index + 1)) ? [] : [{ section, quotation, stranger: found + kind }];
      }),
    );
  const first = strangers[0];
  if (!first) return [];
  const path = sectionWords(examination.anyForm, first.section);
  const message = strangerMessage(first.stranger, name, first.quotation);
  const { section, stranger: found } = first;
  return [findingOf({ severity: 'warning', section, path, message, rule: STRANGER, expected: name, found })];
}
