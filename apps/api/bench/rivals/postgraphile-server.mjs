// PostGraphile 4 with pg-aggregates over the views of the schema `rival`, as its documentation sets it up for production.
import { createServer } from 'node:http';
import aggregates from '@graphile/pg-aggregates';
import { postgraphile } from 'postgraphile';

const middleware = postgraphile({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL) }, 'rival', {
  appendPlugins: [aggregates.default ?? aggregates],
  disableQueryLog: true,
  dynamicJson: true,
  graphiql: false,
  ignoreRBAC: true,
  retryOnInitFail: false,
  queryCacheMaxSize: 50 * 1024 * 1024,
});
const server = createServer((request, response) =>
  middleware(request, response, () => {
    response.statusCode = 404;
    response.end();
  }),
);
await middleware.getGraphQLSchema();
server.listen(Number(process.env.PORT), process.env.HOST, () => console.log(`listening on ${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
