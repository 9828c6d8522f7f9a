import { useState } from 'react';
import type { FileOnDesk } from './file-on-desk';
import { useCheck, type Validation } from './use-check';
import { textsFrom } from './use-entry-grid';
import type { YearDesk } from './use-year-desk';

/** A file on its way onto the desk. */
export interface FileIntakeState {
  readonly chosen: File | null;
  readonly check: ReturnType<typeof useCheck>;
  /** Null where it could not be read. */
  readonly read: (file: File) => Promise<FileOnDesk | null>;
}

/** Reads a file into the draft: what it says becomes what the draft says, as one step that can be undone. */
export function useFileIntake({ agency, report, sheet, put }: YearDesk): FileIntakeState {
  const [chosen, setChosen] = useState<File | null>(null);
  const check = useCheck();
  const read = async (next: File): Promise<FileOnDesk | null> => {
    setChosen(next);
    const answer = await check.mutateAsync({ file: next, agencyId: agency.id, year: report.year });
    if (answer.__typename !== 'Validation') return null;
    put(() => ({ narrative: answer.narrative.map(({ section, text }) => ({ section, text })) }));
    const cells = answer.cells.map((cell) => ({ cell: cell.cell, text: textOf(cell) }));
    sheet.step({ kind: 'fill', texts: textsFrom(sheet.grid, cells) });
    return fileOf(next.name, answer);
  };
  return { chosen, check, read };
}

function fileOf(name: string, { cells, residue }: Validation): FileOnDesk {
  const readings = new Map(
    cells.map((cell) => [cell.cell, { text: textOf(cell), isDoubted: cell.confidence !== 'exact' || cell.state === 'unreadable' }]),
  );
  return { name, readAt: new Date().toISOString(), readings, residue };
}

function textOf({ state, amount, raw }: Validation['cells'][number]): string {
  if (state === 'number') return amount ?? raw;
  return state === 'mark' ? '/' : raw;
}
