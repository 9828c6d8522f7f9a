import type { FormId, MissingStrategy, Relation, Words } from '@gongkai/model';
import { type Sql, onlyRow } from '../database/sql';

/** A rule as it was written, in the fields of a line of a form file. */
export interface WrittenRule {
  readonly grid: string;
  readonly each: 'row' | 'column';
  readonly only: readonly string[] | null;
  readonly relation: Relation;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly severity: 'warning' | 'info';
  readonly missing: MissingStrategy;
  readonly says: Words;
  readonly basis: string;
  readonly remedy: Words;
}

/** The latest version of a rule that a supervisor added for a region. */
export interface LocalRuleRow {
  readonly id: string;
  readonly regionId: string;
  readonly form: FormId;
  readonly version: number;
  readonly rule: WrittenRule;
  readonly retired: boolean;
  /** Why this version replaces the one before; null for the first. */
  readonly why: string | null;
  readonly authorId: string;
  /** Null to those who may not know the person. */
  readonly authorName: string | null;
  readonly authorOffice: string;
  readonly recordedAt: Date;
}

export type NewVersion = Omit<LocalRuleRow, 'regionId' | 'form' | 'version' | 'authorName'>;

const VERSIONS = `
  SELECT r.id, r.region_id AS "regionId", r.form, v.version, v.rule, v.retired, v.why, v.author_id AS "authorId", a.name AS "authorName",
    v.author_office AS "authorOffice", v.recorded_at AS "recordedAt"
  FROM local_rules r JOIN local_rule_versions v ON v.rule_id = r.id LEFT JOIN accounts a ON a.id = v.author_id`;
const LATEST = `${VERSIONS} WHERE v.version = (SELECT max(version) FROM local_rule_versions WHERE rule_id = r.id)`;

/** Rules of regions: written once, replaced by their next version, never changed. */
export class LocalRulesStore {
  constructor(private readonly sql: Sql) {}

  /** What holds in regions, e.g. in a region and all above it; retired ones are left out. */
  inForce(regionIds: readonly string[]): Promise<readonly LocalRuleRow[]> {
    return this.sql(`${LATEST} AND r.region_id = ANY (:regionIds) AND NOT v.retired ORDER BY r.id`, { regionIds });
  }

  async latest(id: string): Promise<LocalRuleRow | null> {
    const [row] = await this.sql<LocalRuleRow>(`${LATEST} AND r.id = :id`, { id });
    return row === undefined ? null : row;
  }

  /** The latest version, with every other change of the rule held off until the transaction ends. */
  async lockedLatest(id: string): Promise<LocalRuleRow | null> {
    await this.sql('SELECT pg_advisory_xact_lock(hashtextextended(:name, 1))', { name: `local rule ${id}` });
    return this.latest(id);
  }

  versions(ids: readonly string[]): Promise<readonly LocalRuleRow[]> {
    return this.sql(`${VERSIONS} WHERE r.id = ANY (:ids) ORDER BY r.id, v.version DESC`, { ids });
  }

  async add(regionId: string, form: FormId): Promise<string> {
    return onlyRow(
      await this.sql<{ id: string }>('INSERT INTO local_rules (region_id, form) VALUES (:regionId, :form) RETURNING id', {
        regionId,
        form,
      }),
    ).id;
  }

  /** The next version; two at once are one too many and the second fails. */
  async addVersion(version: NewVersion): Promise<void> {
    const { id, rule, retired, why, authorId, authorOffice, recordedAt } = version;
    await this.sql(
      `INSERT INTO local_rule_versions (rule_id, version, rule, retired, why, author_id, author_office, recorded_at)
       SELECT :id, 1 + count(*), :rule, :retired, :why, :authorId, :authorOffice, :recordedAt FROM local_rule_versions WHERE rule_id = :id`,
      { id, rule: JSON.stringify(rule), retired, why, authorId, authorOffice, recordedAt },
    );
  }
}
