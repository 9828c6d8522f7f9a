// How fast the nation-wide question can be at all: DuckDB in this process over one Parquet file of all figures. Reads CSV lines from standard input,
// answers on standard output with the times in milliseconds. Arguments: folder, number of cells, SQL of the sums by column c1, c2 …
import { createWriteStream } from 'node:fs';
import { stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder, cells, sums] = process.argv.slice(2);
const csv = path.join(folder, 'figures.csv');
const parquet = path.join(folder, 'figures.parquet');
await pipeline(process.stdin, createWriteStream(csv));

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const columns = ['year', ...Array.from({ length: Number(cells) }, (_, index) => `c${index + 1}`)].map((name) => `'${name}': 'BIGINT'`);
await connection.run(
  `COPY (SELECT * FROM read_csv('${csv}', header = false, columns = {${columns.join(', ')}})) TO '${parquet}' (FORMAT parquet, COMPRESSION zstd)`,
);
await unlink(csv);
const times = [];
let rows = 0;
for (let run = 0; run < 12; run += 1) {
  const began = performance.now();
  const answer = await connection.runAndReadAll(`SELECT year, ${sums} FROM '${parquet}' GROUP BY year ORDER BY year`);
  rows = answer.currentRowCount;
  if (run >= 2) times.push(performance.now() - began);
}
console.log(JSON.stringify({ times, rows, bytes: (await stat(parquet)).size }));
await unlink(parquet);
