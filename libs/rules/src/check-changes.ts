import type { Finding } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { CHANGE, changeMessage } from './i18n/change-of-year-words';
import { sectionWords } from './place-words';
import { numberOfDigits, sentencesOf } from './sentences-of';
import type { Sentence } from './sentences-of';

const ITEM = '(?:条|件|篇|项|份|起|宗|例)';
const NUMBER = '(?<![\\d.,])\\d[\\d,]*';
const FROM = '(?:较|比|与|同比)(?:于)?(?:上年度?|去年|上一年度?|20\\d{2}年度?)(?:同期)?(?:的)?';
const WAY = '(?<way>下降|减少|降低|增长|增加|上升|提高)(?:了)?(?:约)?';
/** 22起，比2022年(31起)下降29% and 22件，比上年的31件减少9件. */
const CHANGE_TOLD = new RegExp(
  `(?<now>${NUMBER})${ITEM}[,(]?${FROM}[(的]?(?<before>${NUMBER})${ITEM}[)]?[,]?(?:相比)?[,]?(?:同比)?${WAY}(?<by>\\d+(?:\\.\\d+)?)(?<unit>%|${ITEM})`,
  'g',
);
const DOWN = /下降|减少|降低/;

interface Change {
  readonly now: number;
  readonly before: number;
  readonly isDown: boolean;
  readonly by: string;
  readonly isPercent: boolean;
}

/** NV-PCT: a change that a sentence tells with both of its numbers, and that the numbers do not make. Cut or rounded is the same. */
export function checkChanges(examination: Examination): readonly Finding[] {
  return sentencesOf(examination.report, ['s1', 's2', 's3', 's4'])
    .flat()
    .flatMap((sentence) => changesIn(sentence).flatMap((change) => findingsFor(examination, sentence, change)));
}

function changesIn({ text }: Sentence): readonly Change[] {
  return [...text.matchAll(CHANGE_TOLD)].map(({ groups = {} }) => ({
    now: numberOfDigits(groups['now']),
    before: numberOfDigits(groups['before']),
    isDown: DOWN.test(groups['way'] ?? ''),
    by: groups['by'] ?? '',
    isPercent: groups['unit'] === '%',
  }));
}

function findingsFor(examination: Examination, sentence: Sentence, change: Change): readonly Finding[] {
  const { now, before, isDown, by, isPercent } = change;
  if (isPercent && before === 0) return [];
  const difference = isDown ? before - now : now - before;
  const exact = isPercent ? (difference / before) * 100 : difference;
  const [, decimals = ''] = by.split('.');
  const holds = isPercent ? Math.abs(exact - Number(by)) < 10 ** -decimals.length : exact === Number(by);
  if (holds) return [];
  const unit = isPercent ? '%' : '';
  const amount = Math.abs(exact);
  const expected = `${isPercent ? amount.toFixed(decimals.length) : String(amount)}${unit}`;
  const isTurned = exact < 0;
  const path = sectionWords(examination.anyForm, sentence.section);
  const said = { now: String(now), before: String(before), isDown, isTurned, found: by + unit, expected, quotation: sentence.quotation };
  return [
    findingOf({
      severity: 'warning',
      section: sentence.section,
      path,
      message: changeMessage(said),
      rule: CHANGE,
      expected,
      found: said.found,
    }),
  ];
}
