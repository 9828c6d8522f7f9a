import type { Language } from '@gongkai/model';

/** What the command line asks for. */
export interface CheckOptions {
  readonly language: Language;
  /** One object a line instead of tables. */
  readonly json: boolean;
  /** Verdict lines only. */
  readonly quiet: boolean;
  /** Where the workbook goes. */
  readonly xlsx: string | null;
  /** A file, or a folder of files. */
  readonly lastYear: string | null;
  /** The year the reports are owed for. */
  readonly year: number | null;
}
