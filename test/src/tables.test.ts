import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type FreshDatabase, WORKSPACE, freshDatabase } from './support/fresh-database';
import { tablesInWords } from './support/tables-in-words';

const FILE = path.join(WORKSPACE, 'docs/tables.md');
/** What stands before it is written by hand. */
const MARK = '<!-- From here on written by GONGKAI_WRITE=1 npx jest --selectProjects test --testPathPatterns src/tables -->';

describe('the tables', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('are all said in words, and so is every column whose name does not say it', async () => {
    expect((await tablesInWords(database.owner)).wordless).toEqual([]);
  });

  it('are in docs/tables.md what the database says of them', async () => {
    const committed = readFileSync(FILE, 'utf8');
    const [head] = committed.split(MARK);
    const { text } = await tablesInWords(database.owner);
    const written = `${head}${MARK}\n\n${text}`;
    if (process.env.GONGKAI_WRITE === '1') writeFileSync(FILE, written);
    expect(readFileSync(FILE, 'utf8')).toBe(written);
  });

  it('would be named without words (canary)', async () => {
    await database.owner.query('COMMENT ON TABLE reports IS NULL; COMMENT ON COLUMN editions.figures IS NULL');
    expect((await tablesInWords(database.owner)).wordless).toEqual(['reports', 'editions.figures']);
  });
});
