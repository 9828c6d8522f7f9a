import { unzipSync } from 'fflate';
import type { Random } from './random';
import type { Pools } from './random-request';

const FOLDERS = ['documents', 'documents', 'exports/series.csv', 'exports/series.xlsx', 'templates'] as const;
const TEMPLATES = ['report.docx', 'report.xlsx', 'regions.csv', 'accounts.csv', 'x'];

/** The path of a download, by chance. */
export function randomDownload({ ids, words }: Pools, random: Random): string {
  const folder = random.of(FOLDERS);
  if (folder === 'documents') return `/documents/${encodeURIComponent(random.chance(0.95) ? random.of(ids) : random.of(words))}`;
  if (folder === 'templates') return `/templates/${random.of(TEMPLATES)}`;
  const from = 2020 + random.below(4);
  const asked = new URLSearchParams({
    indicators: random.chance(0.5) ? 'new_received' : random.of(words),
    [random.of(['region', 'agency'])]: random.of(ids),
    from: String(from),
    to: String(from + random.below(4)),
    state: random.of(['accepted', 'published']),
  });
  if (random.chance(0.4)) asked.set('group_by', random.of(['region', 'agency', 'agency_kind', 'applicant']));
  return `/${folder}?${asked.toString()}`;
}

/** What a download says; a workbook is unpacked for it. */
export async function textOfDownload(response: Response): Promise<string> {
  const content = new Uint8Array(await response.arrayBuffer());
  const packed = content[0] === 0x50 && content[1] === 0x4b;
  const files = packed ? Object.values(unzipSync(content)) : [content];
  return files
    .map((file) => Buffer.from(file).toString())
    .join('\n')
    .replaceAll(/[<>]/g, ' ');
}
