const { mkdirSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createHash } = require('node:crypto');

/** One PostgreSQL for the whole run, in a folder of this checkout's own; every test file makes its own database in it. */
module.exports = async () => {
  const { startPostgres } = require('../../../libs/postgres/dist');
  const checkout = createHash('sha256').update(__dirname).digest('hex').slice(0, 12);
  const folder = path.join(os.tmpdir(), `gongkai-test-${checkout}`);
  mkdirSync(folder, { recursive: true });
  const postgres = await startPostgres({ folder, durable: false });
  process.env.GONGKAI_TEST_DATABASE = postgres.url;
  globalThis.testPostgres = postgres;
};
