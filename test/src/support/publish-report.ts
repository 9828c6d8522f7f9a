import { type RefusalSeen, type SubmissionSeen, decide, submit } from './filing';
import type { RunningServer } from './running-server';
import { PLAIN_NARRATIVE, typedCells } from './typed-cells';

/** Files, accepts and publishes a report of so many requests, all by natural persons and all granted; the agency acts by its cookie. */
export async function publishReport(
  server: RunningServer,
  cookies: { readonly agency: string | undefined; readonly supervisor: string | undefined },
  report: { readonly agencyId: string; readonly year: number; readonly received: string },
): Promise<void> {
  const { agencyId, year, received } = report;
  const cells = typedCells({
    's3/new_received/natural_person': received,
    's3/new_received/total': received,
    's3/granted/natural_person': received,
    's3/granted/total': received,
    's3/total_processed/natural_person': received,
    's3/total_processed/total': received,
  });
  const filed = await submit(server, cookies.agency, { agencyId, year, cells, narrative: PLAIN_NARRATIVE });
  if (filed.__typename === 'Refusal') throw new Error(`${filed.code} ${JSON.stringify((filed as RefusalSeen).findings)}`);
  const { id } = (filed as SubmissionSeen).edition;
  await decide(server, cookies.supervisor, 'acceptReport', id);
  const published = await decide(server, cookies.supervisor, 'publishReport', id);
  if (published.state !== 'published') throw new Error(`not published: ${published.code}`);
}
