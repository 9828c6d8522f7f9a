import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Registers that others refer to for ever lose no row, and what has only an id and a moment never changes: not even for the owner. */
export class WhatWasWrittenDownStayed1764000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['regions', 'agencies', 'agency_successions'])
      await runner.query(guard(`${table}_stay`, 'UPDATE OR DELETE OR TRUNCATE', table));
    for (const table of ['region_versions', 'agency_versions', 'reports', 'accounts', 'tokens', 'platform_facts'])
      await runner.query(guard(`${table}_remain`, 'DELETE OR TRUNCATE', table));
  }

  async down(): Promise<void> {
    throw new Error('The diary is not unwritten: restore a dump instead.');
  }
}

const guard = (name: string, acts: string, table: string): string =>
  `CREATE TRIGGER ${name} BEFORE ${acts} ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`;
