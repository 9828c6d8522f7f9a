// The same rows by node:http and pg with nothing in between: one prepared statement a question, the rows as JSON.
import { createServer } from 'node:http';
import pg from 'pg';

const KINDS = `ARRAY['GOVERNMENT_OFFICE','DEPARTMENT','TOWNSHIP','SUBDISTRICT','DISPATCHED_BODY','AUTHORIZED_ORG','PARTY_ORGAN_WITH_PLATE','FUNCTIONAL_ZONE_COMMITTEE']`;

/** Per indicator and year: sums with who stands behind them and the forms that answered. */
const series = (scope, group) => `
  WITH coverage AS (
    SELECT ${group} AS key, year, sum(reports) FILTER (WHERE state = 'due')::int AS expected, sum(reports) FILTER (WHERE state = 'published')::int AS reported,
      sum(late) FILTER (WHERE state = 'published')::int AS late
    FROM rollups WHERE region_id ${scope} AND year BETWEEN $2 AND $3 AND state IN ('due', 'published') AND agency_kind = ANY (${KINDS})
    GROUP BY 1, 2
  ), sums AS (
    SELECT ${group} AS key, year, position, sum(numerators[position]) AS numerator, sum(denominators[position]) AS denominator,
      sum(answered[position])::int AS answered, array_agg(DISTINCT s3_form) AS forms
    FROM rollups, unnest($4::int[]) AS position
    WHERE region_id ${scope} AND year BETWEEN $2 AND $3 AND state = 'published' AND agency_kind = ANY (${KINDS})
    GROUP BY 1, 2, 3
  )
  SELECT key, n.name, year, position, numerator, denominator, answered, forms, expected, reported, late
  FROM coverage JOIN sums USING (key, year) LEFT JOIN current_regions n ON n.region_id = key ORDER BY key, position, year`;

const BELOW = `= ANY (SELECT region_id FROM current_regions WHERE parent_id = $1::bigint)`;
const STATEMENTS = {
  '/trend': [{ name: 'trend', text: series('= $1::bigint', 'region_id') }],
  '/comparison': [{ name: 'comparison', text: series(BELOW, 'region_id') }],
  '/place': [
    { name: 'region', text: 'SELECT region_id, name, code, level, parent_id FROM current_regions WHERE region_id = $1' },
    { name: 'below', text: 'SELECT region_id, name, level FROM current_regions WHERE parent_id = $1 AND valid_to IS NULL ORDER BY code' },
    {
      name: 'agencies',
      text: `SELECT agency_id, name, kind FROM agency_versions WHERE region_id = $1 AND daterange(valid_from, valid_to) @> make_date($2, 12, 31) ORDER BY kind`,
    },
  ],
};
const VALUES = {
  below: ({ regionId }) => [regionId],
  region: ({ regionId }) => [regionId],
  agencies: ({ regionId, to }) => [regionId, to],
};

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.POOL) });

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', async () => {
    const asked = JSON.parse(Buffer.concat(parts).toString('utf8'));
    const answers = [];
    for (const { name, text } of STATEMENTS[request.url]) {
      const values = VALUES[name]?.(asked) ?? [asked.regionId, asked.from, asked.to, asked.positions];
      answers.push((await pool.query({ name, text, values })).rows);
    }
    const body = JSON.stringify(answers);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
});
server.listen(Number(process.env.PORT), process.env.HOST, () => console.log(`listening on ${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
