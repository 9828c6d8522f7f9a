import type { CellId, Doubt } from '@gongkai/model';
import type { ParseOutcome } from '@gongkai/parsers';
import { isDoubted, isSame, showPrinted } from './compare-report';
import type { TrialPage } from './page';
import type { TrialFigure } from './trial-report';

/** `sound`: every cell as printed or with a doubt of its own; `vague`: a cell differs and only its section is doubted; `silent`: it differs and nobody says so. */
export type Judgement = 'refused' | 'sound' | 'vague' | 'silent';

/** Compares what was read with the figures that still stand on a damaged page. A figure that is gone must not be read anywhere. */
export function judgeDamage(
  page: TrialPage,
  outcome: ParseOutcome,
): { readonly judgement: Judgement; readonly differences: readonly string[] } {
  if (!outcome.ok) return { judgement: 'refused', differences: [] };
  const { readings, doubts } = outcome.report;
  const printed = figuresOn(page);
  const differences = readings.flatMap((reading) => {
    const figure = printed.get(reading.cell);
    if (figure ? isSame(figure, reading) : reading.state === 'not_found') return [];
    if (isDoubted(reading.cell, reading, doubts)) return [];
    const said = `${reading.cell}: printed ${figure ? showPrinted(figure) : 'nowhere'}, read ${showPrinted(reading)}`;
    return [{ said, isVague: doubts.some((doubt) => isAbout(doubt, reading.cell)) }];
  });
  const judgement = differences.length === 0 ? 'sound' : differences.every(({ isVague }) => isVague) ? 'vague' : 'silent';
  return { judgement, differences: differences.map(({ said, isVague }) => `${isVague ? 'vague' : 'silent'} ${said}`) };
}

function figuresOn(page: TrialPage): ReadonlyMap<CellId, TrialFigure> {
  const cells = page.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
  return new Map(cells.flatMap(({ cell, figure }) => (cell && figure ? [[cell, figure] as const] : [])));
}

/** Says something false or missing about the section of a cell, beyond a figure that could not be read where it stood. */
function isAbout({ code, section }: Doubt, cell: CellId): boolean {
  return section === cell.split('/')[0] && code !== 'number_unreadable' && code !== 'money_too_fine' && code !== 'money_without_unit';
}
