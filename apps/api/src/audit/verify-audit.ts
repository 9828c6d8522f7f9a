import { createDataSource } from '../database/data-source';

/** Whether every entry of the trail is what it was when it was linked; the head is to be kept elsewhere, so that a cut tail is seen too. */
export interface AuditVerdict {
  readonly entries: number;
  readonly head: { readonly sequence: string; readonly sha256: string } | null;
  /** The first entry that is not as it was; null where all are. */
  readonly broken: { readonly sequence: string | null; readonly id: string; readonly why: string } | null;
}

/** Reads the whole trail; changes nothing. `expectedHead` (`sequence:sha256`, as printed before) must still be there. */
export async function verifyAudit(url: string, expectedHead: string | null): Promise<AuditVerdict> {
  const dataSource = await createDataSource(url, 1).initialize();
  try {
    const [{ entries }] = await dataSource.query<[{ entries: number }]>('SELECT count(*)::int AS entries FROM audit_entries');
    const [head] = await dataSource.query<AuditVerdict['head'][]>(
      'SELECT sequence, sha256 FROM audit_entries WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1',
    );
    const [broken] = await dataSource.query<AuditVerdict['broken'][]>('SELECT sequence, id, why FROM first_broken_audit_entry()');
    const lost = broken === undefined && expectedHead !== null ? await lostHead(dataSource, expectedHead) : null;
    return { entries, head: head ?? null, broken: broken ?? lost };
  } finally {
    await dataSource.destroy();
  }
}

async function lostHead(dataSource: ReturnType<typeof createDataSource>, expected: string): Promise<AuditVerdict['broken']> {
  const [sequence = '', sha256 = ''] = expected.split(':');
  if (!/^\d{1,18}$/.test(sequence)) throw new Error('a head is given as SEQUENCE:SHA256, as it was printed');
  const found = await dataSource.query<unknown[]>('SELECT FROM audit_entries WHERE sequence = $1 AND sha256 = $2', [sequence, sha256]);
  return found.length > 0 ? null : { sequence, id: '', why: 'the entry that was the head is gone or another' };
}
