/** A table whose rows the trail names. */
export interface RecordTable {
  readonly name: string;
  /** The columns of its primary key. */
  readonly key: readonly string[];
  /** Columns the trail does not repeat; of one written `#column` it has the SHA-256. */
  readonly unsaid: readonly string[];
  /** Its rows are written once: what the trail said of one first is what it says. Of the others the last entry counts. */
  readonly stays: boolean;
}

const ID = ['id'];
const NAMES = ['pinyin', 'initials'];

const stays = (name: string, key = ID, unsaid: readonly string[] = []): RecordTable => ({ name, key, unsaid, stays: true });
const changes = (name: string, key = ID, unsaid: readonly string[] = []): RecordTable => ({ name, key, unsaid, stays: false });

/** What is kept for ever and proved row by row, in the order in which it is read. Places and findings are proved with their edition. */
export const RECORD: readonly RecordTable[] = [
  stays('editions', ID, ['figures', 'states', 'derived', 'narrative', 'declared', 'residue']),
  stays('edition_events', ['edition_id', 'sequence']),
  stays('comment_answers'),
  stays('rechecks', ID, ['#findings', '#resolved']),
  stays('refused_arrivals', ID, ['#refusal']),
  stays('applicability_statements'),
  stays('local_rules'),
  stays('local_rule_versions', ['rule_id', 'version']),
  stays('regions'),
  changes('region_versions', ['region_id', 'valid_from'], NAMES),
  stays('agencies'),
  changes('agency_versions', ['agency_id', 'valid_from'], NAMES),
  stays('agency_successions'),
  stays('reorganisations'),
  stays('obligation_decisions', ['report_id']),
  changes('reports'),
  changes('accounts'),
];
