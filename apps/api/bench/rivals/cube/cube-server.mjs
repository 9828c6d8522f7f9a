// Cube over the views of the schema `rival`, its model in memory; it keeps answers for ten seconds.

const url = new URL(process.env.DATABASE_URL);
Object.assign(process.env, {
  CUBEJS_DB_TYPE: 'postgres',
  CUBEJS_DB_HOST: url.hostname,
  CUBEJS_DB_PORT: url.port,
  CUBEJS_DB_USER: decodeURIComponent(url.username),
  CUBEJS_DB_PASS: decodeURIComponent(url.password),
  CUBEJS_DB_NAME: url.pathname.slice(1),
  CUBEJS_DB_MAX_POOL: process.env.POOL,
  CUBEJS_API_SECRET: process.env.CUBE_SECRET,
  CUBEJS_CACHE_AND_QUEUE_DRIVER: 'memory',
  CUBEJS_EXTERNAL_DEFAULT: 'false',
  CUBEJS_TELEMETRY: 'false',
  CUBEJS_LOG_LEVEL: 'error',
});
const { default: cubejs } = await import('@cubejs-backend/server');

const measures = process.env.CUBE_MEASURES.split(',').map((name) => `${name}: { type: 'sum', sql: '${name}' }`);
const cube = (name, table, dimensions) =>
  `cube('${name}', { sql: 'SELECT * FROM rival.${table}', refreshKey: { every: '10 seconds' }, measures: { ${measures.join(', ')} }, dimensions: { ${dimensions} } });`;
const YEAR = `year: { type: 'number', sql: 'year' }`;
const model = [cube('Rollups', 'rollups', `${YEAR}, regionId: { type: 'number', sql: 'region_id' }`), cube('Editions', 'editions', YEAR)];

const { server } = await new cubejs.CubejsServer({
  telemetry: false,
  webSockets: false,
  repositoryFactory: () => ({ dataSchemaFiles: async () => [{ fileName: 'model.js', content: model.join('\n') }] }),
}).listen();
console.log(`listening on ${server.address().port}`);
process.on('SIGTERM', () => process.exit(0));
