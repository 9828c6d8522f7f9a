/** What the agency notes of a cell or a section. */
export interface NoteRow {
  readonly on: string;
  readonly text: string;
}
