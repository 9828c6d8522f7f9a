import type { Narrative } from '@gongkai/model';
import type { EntityManager } from 'typeorm';
import { createDataSource } from './data-source';

/** How many editions were read, and how many sections of them can be held against others. */
export interface RebuiltTexts {
  readonly editions: number;
  readonly texts: number;
}

interface NarratedEdition {
  readonly id: string;
  readonly year: number;
  readonly narrative: readonly Narrative[];
  readonly agency: string;
  readonly regions: readonly string[];
}

const ROWS = 500;

/** What the sections of a report are held against others by, from its narrative, its agency and the names of its regions. */
type TextsOf = (
  narrative: readonly Narrative[],
  agency: string,
  regions: readonly string[],
) => readonly { readonly section: string; readonly sha256: string }[];

/** Works the hashes of all sections out again from the editions; whoever files meanwhile waits. */
export async function rebuildSectionTexts(url: string, textsOf: TextsOf): Promise<RebuiltTexts> {
  const dataSource = await createDataSource(url, 1).initialize();
  try {
    return await dataSource.transaction(async (transaction) => {
      await transaction.query('LOCK TABLE section_texts IN EXCLUSIVE MODE');
      await transaction.query('DELETE FROM section_texts');
      return rebuildFrom(transaction, textsOf);
    });
  } finally {
    await dataSource.destroy();
  }
}

async function rebuildFrom(transaction: EntityManager, textsOf: TextsOf): Promise<RebuiltTexts> {
  let after = '0';
  let rebuilt: RebuiltTexts = { editions: 0, texts: 0 };
  for (;;) {
    const editions = await editionsAfter(transaction, after);
    const last = editions.at(-1);
    if (last === undefined) return rebuilt;
    after = last.id;
    const texts = editions.flatMap(({ id, year, narrative, agency, regions }) =>
      textsOf(narrative, agency, regions).map(({ section, sha256 }) => ({ edition_id: id, year, section, sha256 })),
    );
    await transaction.query(
      `INSERT INTO section_texts (edition_id, section, year, sha256)
       SELECT edition_id, section, year, sha256 FROM jsonb_to_recordset($1) AS t(edition_id bigint, section text, year int, sha256 text)`,
      [JSON.stringify(texts)],
    );
    rebuilt = { editions: rebuilt.editions + editions.length, texts: rebuilt.texts + texts.length };
  }
}

function editionsAfter(transaction: EntityManager, after: string): Promise<readonly NarratedEdition[]> {
  return transaction.query(
    `SELECT e.id, r.year, e.narrative, r.agency_name AS agency,
       ARRAY(SELECT g.name FROM current_regions g WHERE g.region_id = ANY (r.region_path)) AS regions
     FROM editions e JOIN reports r ON r.id = e.report_id WHERE e.id > $1 ORDER BY e.id LIMIT ${ROWS}`,
    [after],
  );
}
