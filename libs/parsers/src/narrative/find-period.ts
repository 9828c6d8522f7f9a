import type { Block } from '../printed-document';
import { arabicDates, readPeriod, type Period } from './read-period';

/** 统计期限 of a report, with the words that say it. */
export interface PrintedPeriod {
  readonly period: Period | null;
  readonly text: string | null;
}

/** Words that tell the period of the data. */
const SAYS_PERIOD =
  /统计(?:期限|时限|时间|区间|期间|周期|范围|数据|截[至止])|(?:数据|报告|时间)(?:的)?(?:统计)?(?:期限|时限|区间|期间|周期|起止)|起止|所列数据|(?:期限|时限)(?:为|是|自|从|:)/;
/** Terms of other matters. */
const OTHER_TERM = /答复期限|法定期限|办理期限|办理时限|公示|征求意见|有效期|保存期限|申请期限|补正期限|(?<!数)据统计/;
/** Words that a period may stand beside; there it counts only as a whole year. */
const MAY_SAY_PERIOD = /统计|期限|时限|数据|起止/;
/** Two months with a word between that leads from one to the other. */
const SPAN = /\d{1,2}月?\d{0,2}日?(?:起|始)?(?:至|到|[-—–~])[^。;]{0,9}?\d{1,2}[月.\-/]/;
const NAMES_A_YEAR = /\d{3}|2[oOlI〇零]/;

/** The first sentence that says the period; where none can be read, the first that tries to. */
export function findPeriod(blocks: readonly Block[]): PrintedPeriod {
  let tried: string | null = null;
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    for (const sentence of block.text.split(/[。；;]/)) {
      const period = periodIn(sentence);
      if (period) return { period, text: sentence.trim() };
      if (tried === null && saysPeriod(sentence) && SPAN.test(arabicDates(sentence)) && NAMES_A_YEAR.test(arabicDates(sentence)))
        tried = sentence.trim();
    }
  }
  return { period: null, text: tried };
}

/** Whether a sentence is about the period of the data. */
export function saysPeriod(sentence: string): boolean {
  return SAYS_PERIOD.test(sentence) && !OTHER_TERM.test(sentence);
}

function periodIn(sentence: string): Period | null {
  if (!MAY_SAY_PERIOD.test(sentence)) return null;
  const period = readPeriod(sentence);
  return period && (saysPeriod(sentence) || isWholeYear(period)) ? period : null;
}

function isWholeYear({ from, to }: Period): boolean {
  return from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`;
}
