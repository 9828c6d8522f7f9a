import Table from 'cli-table3';
import type { Change, Finding } from '@gongkai/model';
import type { Style } from './style';
import { TABLE_LINES } from './table-lines';
import { widthOf, wrapText } from './wrap-text';

type Paint = (line: string) => string;

const GAP = 2;
const INDENT = 2;
const MOST_TOLD = 3;
/** Of the width left: place, message, remedy. */
const SHARES = [0.28, 0.42, 0.3] as const;

/** Findings of one severity, a row each: where it is, what is wrong with both numbers, and what to do. */
export function findingsTable(findings: readonly Finding[], style: Style, headed: boolean): string {
  const { words, colors, language, width } = style;
  const inner = width - INDENT;
  const colWidths = SHARES.map((share) => Math.floor(inner * share));
  const [place, message, remedy] = colWidths.map((each) => each - GAP) as [number, number, number];
  const { columns } = words;
  const table = new Table({
    chars: TABLE_LINES,
    colWidths,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP },
  });
  if (headed) table.push([columns.place, columns.message, columns.remedy].map((title) => colors.dim(title)));
  findings.forEach((finding, index) => {
    const before = findings[index - 1];
    const repeats = before !== undefined && before.remedy[language] === finding.remedy[language];
    table.push([
      cell([
        [placeLines(finding.path[language], place), place, colors.bold],
        [finding.code, place, colors.dim],
      ]),
      cell([
        [messageAlone(finding, style), message, String],
        ...consequenceTexts(finding, style).map((text) => [text, message, colors.dim] as const),
      ]),
      cell([
        [repeats ? words.asAbove : finding.remedy[language], remedy, repeats ? colors.dim : String],
        ...repairTexts(finding, style).map((text) => [text, remedy, String] as const),
      ]),
    ]);
  });
  return indent(table.toString(), style);
}

/** Texts under each other, each wrapped to its width and painted line by line, so that no colour runs over the edge of a column. */
function cell(texts: readonly (readonly [text: string, width: number, paint: Paint])[]): string {
  return texts.flatMap(([text, width, paint]) => wrapText(text, width).map((line) => paint(line))).join('\n');
}

/** What else is wrong for the same cause: the first few, the others counted. */
function consequenceTexts({ consequences }: Finding, { language, words }: Style): readonly string[] {
  const told = consequences.slice(0, MOST_TOLD).map(({ message }) => `${words.follows}${message[language]}`);
  const left = consequences.length - told.length;
  return left > 0 ? [...told, words.moreFollow(left)] : told;
}

/** The ways to mend the figures, as proposals: the likeliest few, the others counted. */
function repairTexts({ repair, path: own }: Finding, { language, words }: Style): readonly string[] {
  if (repair === null || repair.count === 0) return [];
  const told = repair.alternatives.slice(0, MOST_TOLD).map(({ changes }) => changes.map(changeText).join(words.between));
  const left = repair.count - told.length;
  return [
    words.repair(repair.count, repair.complete),
    ...told.map((text) => `· ${text}`),
    ...(left > 0 ? [`· ${words.moreWays(left)}`] : []),
  ];

  function changeText({ path, from, to, slip }: Change): string {
    const place = path[language] === own[language] ? '' : `${path[language]} `;
    const slipped = slip === null ? '' : ` (${slip.words[language]})`;
    return `${place}${from ?? words.blank} → ${to}${slipped}`;
  }
}

/** The place stands beside the message already. */
function messageAlone({ message, path }: Finding, { language }: Style): string {
  const [whole, place] = [message[language], path[language]];
  return whole.startsWith(place) ? whole.slice(place.length).replace(/^\p{P}\s*/u, '') : whole;
}

/** A cell of the form is a row and a column: parted there where one line does not hold both. */
function placeLines(place: string, width: number): string {
  return widthOf(place) <= width ? place : place.replace(' × ', '\n× ');
}

function indent(block: string, { colors }: Style): string {
  const lines = block.split('\n').map((line) => (/^─+$/.test(line) ? colors.dim(line) : line.trimEnd()));
  return lines.map((line) => `${' '.repeat(INDENT)}${line}`).join('\n');
}
