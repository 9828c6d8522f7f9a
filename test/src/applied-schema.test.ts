import { describeSchema } from './support/describe-schema';
import { type FreshDatabase, command, freshDatabase } from './support/fresh-database';

const STRAY = `
  CREATE FUNCTION stray() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
  CREATE TRIGGER stray AFTER INSERT ON reports FOR EACH ROW EXECUTE FUNCTION stray();
  CREATE POLICY stray ON reports FOR DELETE TO gongkai_app USING (true);
  CREATE VIEW stray AS SELECT id FROM accounts;
  GRANT SELECT ON stray TO gongkai_app;
  GRANT DELETE, UPDATE (due_on) ON reports TO gongkai_app;
  CREATE OR REPLACE FUNCTION caller_role() RETURNS text LANGUAGE sql STABLE AS $$ SELECT 'system' $$`;

describe('what stands over the tables', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase({ plainOwner: true });
  });
  afterAll(() => database.drop());

  const migrate = async (): Promise<unknown> => JSON.parse(await command(database.url, 'migrate'));

  it('is left alone where no file has changed', async () => {
    expect(await migrate()).toEqual({ migrations: [], files: [] });
  });

  it('is what the files declare and nothing else, once one of them has changed or is gone', async () => {
    const declared = await describeSchema(database.owner);
    await database.owner.query(`${STRAY};
      UPDATE schema_files SET sha256 = 'another' WHERE file = '05-obligations.sql';
      INSERT INTO schema_files VALUES ('99-gone.sql', 'whatever')`);
    expect(await describeSchema(database.owner)).not.toBe(declared);
    expect(await migrate()).toEqual({ migrations: [], files: ['05-obligations.sql', '99-gone.sql'] });
    expect(await describeSchema(database.owner)).toBe(declared);
    expect(await migrate()).toEqual({ migrations: [], files: [] });
  });

  it('stands as it was where a file cannot be applied', async () => {
    const declared = await describeSchema(database.owner);
    await database.owner.query(`UPDATE schema_files SET sha256 = 'another'; ALTER TABLE notices RENAME COLUMN read_at TO seen_at`);
    await expect(command(database.url, 'migrate')).rejects.toMatchObject({
      stderr: expect.stringContaining('10-notices.sql cannot be applied'),
    });
    await database.owner.query('ALTER TABLE notices RENAME COLUMN seen_at TO read_at');
    expect(await describeSchema(database.owner)).toBe(declared);
  });
});
