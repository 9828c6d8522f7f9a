import type { CellId } from '@gongkai/model';
import type { DemoDice } from './dice';
import type { DemoFigures } from './figures';

const OUTCOMES: readonly (readonly [code: string, weight: number])[] = [
  ['upheld', 52],
  ['corrected', 14],
  ['other', 22],
  ['pending', 12],
];

/** Section four of a year: reviews and suits that so many requests bring, by their outcome. */
export function remedyFigures(dice: DemoDice, requests: number, disputesPercent: number): DemoFigures {
  const chance = disputesPercent / 100;
  const blocks: readonly (readonly [string, number])[] = [
    ['review', dice.hits(requests, chance)],
    ['litigation_direct', dice.hits(requests, chance * 0.35)],
    ['litigation_post_review', dice.hits(requests, chance * 0.25)],
  ];
  return new Map(blocks.flatMap(([block, cases]) => blockOf(dice, block, cases)));
}

function blockOf(dice: DemoDice, block: string, cases: number): readonly (readonly [CellId, number])[] {
  const drawn = Array.from({ length: cases }, () => dice.pick(OUTCOMES.map(([, weight]) => weight)));
  const outcomes = OUTCOMES.map(([code], index): readonly [CellId, number] => [
    `s4/${block}/${code}`,
    drawn.filter((outcome) => outcome === index).length,
  ]);
  return [...outcomes, [`s4/${block}/total`, cases]];
}
