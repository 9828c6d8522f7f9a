import type { ReactNode } from 'react';

/** Draws the cell of an id; the path says in the form's words where it is, the span over how many columns it reaches. */
export type RenderCell = (cell: string, path: string, span?: number) => ReactNode;
