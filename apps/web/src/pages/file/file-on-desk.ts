import { useMemo } from 'react';
import type { OpenDraft } from './use-year-desk';

/** The file that the draft was read from: what it says of each cell, as the grid would say it, and what the reader was not sure of. */
export interface FileOnDesk {
  readonly id: string;
  readonly name: string;
  readonly readings: ReadonlyMap<string, { readonly text: string; readonly isDoubted: boolean }>;
  readonly said: NonNullable<OpenDraft['file']>;
}

/** Null where all of the draft was typed. */
export function useFileOnDesk(file: OpenDraft['file']): FileOnDesk | null {
  return useMemo(() => {
    if (file === null) return null;
    const readings = new Map(file.readings.map(({ cell, text, doubted }) => [cell, { text: text ?? '', isDoubted: doubted }]));
    return { id: file.id, name: file.name, readings, said: file };
  }, [file]);
}
