import type { Grid, Language, TableSection } from '@gongkai/model';
import type { JSX } from 'react';
import { FlatGrid } from './FlatGrid';
import { ListedGrids } from './ListedGrids';
import type { RenderCell } from './render-cell';
import { RequestsGrid } from './RequestsGrid';
import type { TableWords } from './table-words';

interface Props {
  readonly section: TableSection;
  readonly grids: readonly Grid[];
  /** The table is filled in: a grid to who listens. */
  readonly isEntry?: boolean;
  readonly language: Language;
  readonly words: TableWords;
  readonly renderCell: RenderCell;
}

/** The table of one section as the form prints it. */
export function SectionGrids({ section, grids, isEntry = false, ...rest }: Props): JSX.Element {
  if (section === 's2') return <ListedGrids grids={grids} isEntry={isEntry} {...rest} />;
  return (
    <>
      {grids.map((grid) => {
        const Drawn = grid.printedAs === 'flat' ? FlatGrid : RequestsGrid;
        return <Drawn key={grid.id} grid={grid} isEntry={isEntry} {...rest} />;
      })}
    </>
  );
}
