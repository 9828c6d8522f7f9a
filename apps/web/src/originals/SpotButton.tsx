import type { CSSProperties, JSX, ReactNode } from 'react';
import styles from './originals.module.css';
import { cellChosenAt, type OriginalSpot } from './placed-cells';

/** How places of an original are chosen; a single one is reached by Tab, the others from it by the arrows. */
export interface SpotChoice {
  readonly chosen: string | null;
  /** The place that is lit. */
  readonly lit: string | null;
  /** The place that Tab comes to. */
  readonly entry: string | null;
  readonly onChoose: (cell: string) => void;
}

interface Props extends SpotChoice {
  readonly spot: OriginalSpot;
  readonly style?: CSSProperties;
  readonly children?: ReactNode;
}

/** A place that figures of the report were read from. */
export function SpotButton({ spot, chosen, lit, entry, onChoose, style, children }: Props): JSX.Element {
  const choose = (): void => {
    const cell = cellChosenAt(spot, chosen);
    if (cell !== null) onChoose(cell);
  };
  const words = spot.cells.map(({ label, raw }) => `${label} ${raw}`).join('; ');
  return (
    <button
      type="button"
      className={styles.spot}
      data-spot={spot.key}
      data-cells={spot.cells.map(({ cell }) => cell).join(' ')}
      data-lit={lit === spot.key || undefined}
      aria-pressed={lit === spot.key}
      // What stands there names the place itself; a box over a picture has only our words.
      {...(children === undefined ? { 'aria-label': words } : { title: words })}
      tabIndex={entry === spot.key ? 0 : -1}
      {...(style && { style })}
      onClick={choose}
    >
      {children}
    </button>
  );
}
