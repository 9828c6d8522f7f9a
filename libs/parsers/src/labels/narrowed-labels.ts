import { solidText, type Line } from '@gongkai/model';
import { UNIT } from './figure-parts';
import { labelKey, likeness } from './label-key';
import { remembered } from './remembered';
import { ALIKE, keysOf } from './vocabulary';

const BRACKETED = /\(([^()]*)\)|[[【〔]([^[\]【】〔〕]{0,20})[\]】〕]/g;
const NUMBERING = /^\([一二三四五六七八九十\d]{1,3}\)/;
/** Marks of notes, units, how the figures check, and that it is of this year. */
const HARMLESS = new RegExp(
  `^(?:(?:详?见|参见)?(?:备注|附注|脚注|注释|注|附件|附表)?:?[\\d一二三四五六七八九十a-zA-Z]{0,3}|(?:单位:?)?(?:${UNIT}|[/、或])+|本年度?|当年|必填|选填|合计|小计|.{0,40}勾稽关系.{0,60})$`,
);

/** As `isNarrowed`, of the headings above a column too; those of section four name the rows of their grid. */
export function isNarrowedColumn(path: readonly string[], column: Line, rows: readonly Line[], year: number | null): boolean {
  const [label, ...above] = [...path].reverse();
  const known = () => rows.flatMap((row) => [row.label.zh, ...row.aliases, ...row.under]);
  return isNarrowed(label ?? '', column, year) || above.some((heading) => saysOther(heading, known, year));
}

/**
 * Whether a label says in brackets that its row counts something else than the form's: another year, （累计）, （全市）, （含行政强制）. Notes, units, the
 * report's own year and the words that the form itself has in brackets say nothing of the kind.
 */
export function isNarrowed(label: string, row: Line, year: number | null): boolean {
  if (bracketedIn(label).length === 0 || keysOf(row).has(labelKey(label))) return false;
  return saysOther(label, () => [row.label.zh, ...row.aliases].flatMap(bracketedIn), year);
}

function saysOther(text: string, own: () => readonly string[], year: number | null): boolean {
  return bracketedIn(text).some(
    (words) => !isHarmless(words, year) && !own().some((known) => likeness(labelKey(known), labelKey(words)) >= ALIKE),
  );
}

const bracketedIn = remembered((text): readonly string[] =>
  [...solidText(text).replace(NUMBERING, '').matchAll(BRACKETED)].map(([, round, square]) => round ?? square ?? ''),
);

function isHarmless(words: string, year: number | null): boolean {
  return labelKey(words) === '' || HARMLESS.test(words) || (year !== null && new RegExp(`^${year}年?度?$`).test(words));
}
