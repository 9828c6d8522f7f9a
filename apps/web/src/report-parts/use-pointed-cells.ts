import { useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { bringIntoView } from './use-active-finding';

/** Cells the URL points at (`cells=s3/new_received/total,…`); the first is brought into view. */
export function usePointedCells(): readonly string[] {
  const [params] = useSearchParams();
  const said = params.get('cells');
  const cells = useMemo(() => (said === null ? [] : said.split(',')), [said]);
  const [first] = cells;
  useEffect(() => {
    if (first !== undefined) bringIntoView('data-cell', first);
  }, [first]);
  return cells;
}
