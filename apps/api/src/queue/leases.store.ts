import type { Sql } from '../database/sql';

/** Who has which work in hand, until when; by the clock of the database, which all programs share. */
export class LeasesStore {
  constructor(private readonly sql: Sql) {}

  /** Takes or renews it for so many seconds; false while another holds it. */
  async take(name: string, holder: string, seconds: number): Promise<boolean> {
    const taken = await this.sql(
      `INSERT INTO leases (name, holder, held_until) VALUES (:name, :holder, clock_timestamp() + make_interval(secs => :seconds))
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
         WHERE leases.holder = excluded.holder OR leases.held_until < clock_timestamp()
       RETURNING name`,
      { name, holder, seconds },
    );
    return taken.length > 0;
  }

  async giveBack(name: string, holder: string): Promise<void> {
    await this.sql('DELETE FROM leases WHERE name = :name AND holder = :holder', { name, holder });
  }
}
