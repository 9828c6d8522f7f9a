import { useSearchParams } from 'react-router';

/** What stands beside a report or a draft: its original where the address says so (`beside=original`), else what was found in it. */
export function useBeside(): { readonly beside: 'original' | null; readonly show: (beside: 'original' | null) => void } {
  const [params, setParams] = useSearchParams();
  const show = (beside: 'original' | null): void => {
    const next = new URLSearchParams(params);
    if (beside === null) next.delete('beside');
    else next.set('beside', beside);
    setParams(next, { preventScrollReset: true });
  };
  return { beside: params.get('beside') === 'original' ? 'original' : null, show };
}
