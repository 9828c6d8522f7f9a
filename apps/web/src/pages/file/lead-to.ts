import type { CellId, SectionCode } from '@gongkai/model';
import type { EntryDeskGrid } from './use-entry-grid';

interface LeadingFinding {
  readonly cells: readonly string[];
  readonly section?: SectionCode | null;
}

/** The field of a text section on the desk. */
export function sectionFieldId(section: SectionCode): string {
  return `section-${section}`;
}

/** Brings the focus to what a finding is about: its first cell, else the text of its section; false where it is about neither. */
export function leadTo(sheet: Pick<EntryDeskGrid, 'lead'>, { cells: [cell], section = null }: LeadingFinding): boolean {
  const field = section === null ? null : document.getElementById(sectionFieldId(section));
  if (cell !== undefined) sheet.lead(cell as CellId);
  else field?.focus();
  return cell !== undefined || field !== null;
}
