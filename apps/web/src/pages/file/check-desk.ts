import type { CellId, Finding, Severity } from '@gongkai/model';
import { checkTyped, type TypedReportToCheck } from './check-typed';

/** What was found in a file as it was read, with what it said. */
export interface FileFindings {
  readonly id: string;
  readonly texts: TypedReportToCheck['texts'];
  readonly narrative: TypedReportToCheck['narrative'];
  readonly findings: readonly Finding[];
}

/** What stands on the desk, with the file it was read from; null where all of it was typed. */
export interface DeskToCheck {
  readonly typed: TypedReportToCheck;
  readonly file: FileFindings | null;
}

const SEVERITIES: readonly Severity[] = ['error', 'inconsistency', 'warning', 'info'];

/**
 * What is wrong on the desk. Of a file some things only its reader saw (a title, a doubtful column): they stay until the cell they are about says
 * something else. Filing has the last word.
 */
export function checkDesk({ typed, file }: DeskToCheck): readonly Finding[] {
  const found = checkTyped(typed);
  if (file === null) return found;
  const asRead = new Set(checkTyped({ ...typed, texts: file.texts, narrative: file.narrative }).map(nameOf));
  const readers = file.findings.filter((finding) => !asRead.has(nameOf(finding)) && !isMended(finding, typed.texts, file.texts));
  const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);
  return [...readers, ...found].sort((a, b) => rank(a) - rank(b));
}

function nameOf({ code, section, cells: [first] }: Finding): string {
  return `${code} ${section} ${first}`;
}

function isMended({ cells }: Finding, now: ReadonlyMap<CellId, string>, before: ReadonlyMap<CellId, string>): boolean {
  return cells.length > 0 && cells.every((cell) => (now.get(cell) ?? '') !== (before.get(cell) ?? ''));
}
