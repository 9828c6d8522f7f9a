import type { CellState, Confidence, Severity, TableSection } from '@gongkai/model';

/** What the tables say beside the labels of the form, in the reader's language. */
export interface TableWords {
  /** Heads of the form that stand over several labels, by their Chinese text; one that is missing is printed as it is. */
  readonly headings: Readonly<Record<string, string>>;
  /** Head of the label column of section two: 信息内容. */
  readonly content: string;
  /** The hint printed in the corner of section three. */
  readonly balance: string;
  readonly captions: Readonly<Record<TableSection, string>>;
  readonly states: Readonly<Record<Exclude<CellState, 'number'>, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  /** Of a cell that somebody was sent to look at. */
  readonly pointed: string;
  readonly derived: string;
  /** Of a row that cannot apply to the agency. */
  readonly inapplicable: string;
  /** Of the mark of a note or a remark beside a figure. */
  readonly note: (note: string) => string;
  readonly confidences: Readonly<Record<Exclude<Confidence, 'exact'>, string>>;
  /** Units of money, printed beside a figure whose label does not name its unit. */
  readonly units: Readonly<Record<'cny' | 'cny_10k', string>>;
  /** Of a section whose form could not be recognised or that is missing. */
  readonly unrecognised: string;
}
