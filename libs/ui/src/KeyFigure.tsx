import type { JSX, ReactNode } from 'react';
import { Sparkline, type SparkPoint } from './Sparkline';

export interface KeyFigureProps {
  readonly title: string;
  /** What it is, said on hovering. */
  readonly definition: string;
  /** The figure of the year with its unit; null where there is none. */
  readonly figure: string | null;
  readonly unit: string;
  /** What a missing figure is. */
  readonly missing: string;
  /** Against last year in words; null where it may not be compared. */
  readonly change: ReactNode;
  readonly note: ReactNode;
  readonly points: readonly SparkPoint[];
}

/** One figure of the year with its past; nothing is said to be nothing. */
export function KeyFigure({ title, definition, figure, unit, missing, change, note, points }: KeyFigureProps): JSX.Element {
  return (
    <div className="gk-key">
      <div className="gk-key-title" title={definition}>
        <span>{title}</span>
        {note}
      </div>
      <div className="gk-key-line">
        {figure === null ? (
          <span className="gk-key-missing">{missing}</span>
        ) : (
          <span className="gk-key-figure">
            {figure}
            <small>{unit}</small>
          </span>
        )}
        <Sparkline points={points} />
      </div>
      <div className="gk-key-foot">{change}</div>
    </div>
  );
}
