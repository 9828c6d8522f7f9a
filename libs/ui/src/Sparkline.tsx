import type { Verdict } from '@gongkai/model';
import type { JSX } from 'react';

export interface SparkPoint {
  readonly year: number;
  /** Null where there is no figure: a gap. */
  readonly value: number | null;
  /** Against the year before; a line never runs across `none`. */
  readonly verdict: Verdict | null;
}

const WIDTH = 116;
const HEIGHT = 30;
const EDGE = 4;

/** The years of one figure at a glance, from zero; decorative, the figures stand beside it. */
export function Sparkline({ points }: { readonly points: readonly SparkPoint[] }): JSX.Element {
  const places = placesOf(points);
  const last = places.findLast((place) => place !== null);
  return (
    <svg className="gk-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden focusable="false">
      <line x1={0} x2={WIDTH} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} className="gk-spark-ground" />
      {points.map(({ year, verdict }, at) => {
        const from = places[at - 1];
        const to = places[at];
        if (!from || !to || verdict === 'none') return null;
        return <line key={year} x1={from.x} y1={from.y} x2={to.x} y2={to.y} data-verdict={verdict ?? 'same'} />;
      })}
      {places.map((place) => place && <circle key={place.x} cx={place.x} cy={place.y} r={place === last ? 3 : 1.6} />)}
    </svg>
  );
}

interface PlaceOnScreen {
  readonly x: number;
  readonly y: number;
}

function placesOf(points: readonly SparkPoint[]): readonly (PlaceOnScreen | null)[] {
  const most = Math.max(0, ...points.flatMap(({ value }) => (value === null ? [] : [value])));
  const step = points.length > 1 ? (WIDTH - 2 * EDGE) / (points.length - 1) : 0;
  return points.map(({ value }, at) => {
    if (value === null) return null;
    const share = most === 0 ? 0 : Math.max(0, value) / most;
    return { x: EDGE + at * step, y: HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE) };
  });
}
