const { mkdtempSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** One PostgreSQL for one run of Jest, whichever of its projects asks first; every test file makes its own database in it. */
module.exports = async () => {
  if (globalThis.testPostgres !== undefined) return;
  const { startPostgres } = require('@gongkai/postgres');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-test-'));
  const postgres = await startPostgres({ folder, durable: false });
  process.env.GONGKAI_TEST_DATABASE = postgres.url;
  globalThis.testPostgres = postgres;
};
