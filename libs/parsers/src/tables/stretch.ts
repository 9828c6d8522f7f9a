import type { Place, SectionCode } from '@gongkai/model';
import type { PrintedCell, Table } from '../printed-document';

/** A header and the lines beneath it up to the next header: what all tables look like once their geometry is settled. */
export interface HeadedLines {
  readonly leaves: readonly Leaf[];
  readonly lines: readonly PrintedLine[];
}

export interface Stretch extends HeadedLines {
  readonly table: Table;
  /** The section under whose heading the table stands. */
  readonly home: SectionCode | null;
  /** The paragraphs between the table and the table or heading before it. */
  readonly caption?: readonly string[];
  /** The lines of it that say in which units the whole table is printed. */
  readonly units?: readonly string[];
  /** What stands over the table and says that it counts a part of the year only. */
  readonly part?: string;
  /** Set where the names of the other tables told what it is: its caption ends with that name. */
  readonly nameInferred?: true;
  /** Set where no headings were read: the words printed above the lines, whose columns are only counted. */
  readonly heads?: readonly string[];
}

/** A column of figures by the headings above it, outermost first. */
export interface Leaf {
  readonly path: readonly string[];
  /** The column of its table where it begins, from 0, if spans are kept. */
  readonly start?: number;
}

/** A row of figures by the labels before it, outermost first; the labels of merged cells count for every row they cover. */
export interface PrintedLine {
  readonly labels: readonly string[];
  /** One for each leaf; null where the row has no cell there. */
  readonly cells: readonly (PrintedCell | null)[];
  /** Cells that stand under no single leaf. */
  readonly stray: readonly PrintedCell[];
  readonly place: Place;
  /** Cells that are used up although they stand under no column themselves: repetitions, and what was cut. */
  readonly spent?: readonly PrintedCell[];
  /** Set where the cells had run together: what was printed, and in how many ways it can be cut. Only a single way gives the line cells. */
  readonly cut?: { readonly text: string; readonly ways: readonly (readonly string[])[] };
}
