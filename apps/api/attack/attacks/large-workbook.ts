import { INDICATORS } from '@gongkai/catalogue';
import type { Attack } from '../attack';

/** All indicators of all agencies over all years, as a workbook, by nobody in particular. */
export const largeWorkbook: Attack = async (address, { region }) => {
  const indicators = INDICATORS.map(({ code }) => code).join(',');
  const asked = new URLSearchParams({ indicators, region, from: '2019', to: '2025', group_by: 'agency' });
  const response = await fetch(`${address}/exports/series.xlsx?${asked}`, { signal: AbortSignal.timeout(120_000) });
  const body = Buffer.from(await response.arrayBuffer());
  if (response.ok) return { refusedWith: 'written in a thread' };
  return { refusedWith: (JSON.parse(body.toString()) as { readonly code?: string }).code ?? String(response.status) };
};
