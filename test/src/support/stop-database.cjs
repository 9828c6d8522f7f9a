const { rmSync } = require('node:fs');

module.exports = async () => {
  const { testPostgres } = globalThis;
  if (testPostgres === undefined) return;
  await testPostgres.stop();
  rmSync(testPostgres.folder, { recursive: true, force: true });
};
