import type { ShownFinding } from './shown';

/** Tells the findings of one report apart: a rule speaks once for each first cell. */
export function findingKey({ code, cells, path }: Pick<ShownFinding, 'code' | 'cells' | 'path'>): string {
  return [code, cells[0] ?? '', path.zh].join(' ');
}
