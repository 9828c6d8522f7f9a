import Table from 'cli-table3';
import type { OutcomesQuery } from '../generated/graphql';
import { TABLE_LINES } from '../output/table-lines';
import type { Style } from '../output/style';
import { wrapText } from '../output/wrap-text';
import { IMPORT_WORDS } from '../i18n/import-words';

export type ImportOutcome = NonNullable<OutcomesQuery['importJob']>['outcomes']['items'][number];

const GAP = 2;
/** Of the width: file, outcome, what is to be known. */
const SHARES = [0.5, 0.12, 0.38] as const;

/** What was not kept, a row each: the file, what became of it, and whose it might be or why it was refused. */
export function outcomeTable(outcomes: readonly ImportOutcome[], style: Style): string {
  const { colors, language, width } = style;
  const words = IMPORT_WORDS[language];
  const colWidths = SHARES.map((share) => Math.floor(width * share));
  const table = new Table({ chars: TABLE_LINES, colWidths, style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP } });
  table.push([words.file, words.outcome, words.note].map((title) => colors.dim(title)));
  const cell = (text: string, at: 0 | 1 | 2): string => wrapText(text, (colWidths[at] ?? width) - GAP).join('\n');
  for (const outcome of outcomes) {
    const paint = outcome.result === 'refused' ? colors.red : colors.yellow;
    table.push([cell(outcome.name, 0), paint(cell(words.results[outcome.result], 1)), cell(noteOf(outcome, style), 2)]);
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function noteOf({ refusal, printedName, year, candidates }: ImportOutcome, { language }: Style): string {
  if (refusal !== null) return refusal.message[language];
  const words = IMPORT_WORDS[language];
  const printed = words.printed(printedName, year);
  return candidates.length === 0
    ? `${printed}\n${words.likeNone}`
    : `${printed}\n${words.perhaps}${candidates.map(({ name }) => name).join('、')}`;
}
