import { type Sql, onlyRow } from '../database/sql';

/** What this installation is. */
export class PlatformStore {
  constructor(private readonly sql: Sql) {}

  async isDemo(): Promise<boolean> {
    return onlyRow(await this.sql<{ demo: boolean }>('SELECT demo FROM platform_facts')).demo;
  }

  async declareDemo(): Promise<void> {
    await this.sql('UPDATE platform_facts SET demo = true');
  }

  /** Years for which somebody owes a report, ascending. */
  async years(): Promise<readonly number[]> {
    return (await this.sql<{ year: number }>('SELECT DISTINCT year FROM reports ORDER BY year')).map((row) => row.year);
  }

  /** Neither a region nor an account: nobody has begun here. */
  async isEmpty(): Promise<boolean> {
    const asked = 'SELECT NOT EXISTS (SELECT FROM regions) AND NOT EXISTS (SELECT FROM accounts) AS empty';
    return onlyRow(await this.sql<{ empty: boolean }>(asked)).empty;
  }
}
