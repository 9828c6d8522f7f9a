import { cellsOfForm, type CellId, type Form } from '@gongkai/model';
import { cellWords } from '@gongkai/rules';
import { useMemo, type JSX } from 'react';
import { OriginalView } from '../../originals/OriginalView';
import { placeAsked, type PlacedCell } from '../../originals/placed-cells';
import { useBeside } from '../../originals/use-beside';
import { useWords } from '../../words/use-words';
import styles from './file.module.css';
import type { FileOnDesk } from './file-on-desk';
import type { YearDesk } from './use-year-desk';

/** The file that the draft was read from: the place of the cell with the focus is lit, and choosing a place leads to its cell. */
export function DraftOriginal({ file, desk }: { readonly file: FileOnDesk; readonly desk: YearDesk }): JSX.Element {
  const { show } = useBeside();
  const { focus, grid, lead } = desk.sheet;
  const { said } = file;
  const read = useReadCells(said, grid.form);
  const entry = desk.entries.get(focus);
  const typed = entry?.origin === 'typed_over' ? entry.text : null;
  const cells = useMemo(
    () => (typed === null ? read : read.map((one) => (one.cell === focus ? { ...one, typed } : one))),
    [read, focus, typed],
  );
  return (
    <div className={styles.original}>
      <OriginalView document={said} cells={cells} chosen={focus} onChoose={lead} onClose={() => show(null)} />
    </div>
  );
}

/** What the file says of each cell of the form, and where. */
function useReadCells({ readings }: FileOnDesk['said'], form: Form): readonly PlacedCell[] {
  const { say } = useWords();
  return useMemo(() => {
    const own: ReadonlySet<string> = new Set(cellsOfForm(form));
    return readings
      .filter(({ cell }) => own.has(cell))
      .map(({ cell, state, raw, place }) => {
        const label = say(cellWords(form, cell as CellId));
        return { cell, label, state, raw, typed: null, place: placeAsked(place) };
      });
  }, [readings, form, say]);
}
