// Time of the whole reading of Word files beside mammoth's bare conversion of the same bytes, in the same process. `nx run parsers:bench`
import { readdirSync, readFileSync } from 'node:fs';
import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import mammoth from 'mammoth';
import { parseReport } from '../dist/index.js';

const ROUNDS = 25;
const REPORTS = new URL('../../../test/reports/', import.meta.url);
const knowledge = { forms: FORMS, cells: CELLS, declared: DECLARED };
const noPictures = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) };

/** Milliseconds of the first call, and the median of the further ones, in turns with the other so that both meet the same machine. */
async function timesOf(acts) {
  const times = acts.map(() => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, act] of acts.entries()) {
      const since = performance.now();
      await act();
      times[index].push(performance.now() - since);
    }
  }
  return times.map(([first, ...further]) => ({ first, median: further.sort((a, b) => a - b)[ROUNDS >> 1] }));
}

const files = ['accepted', 'returned'].flatMap((verdict) =>
  readdirSync(new URL(verdict, REPORTS))
    .filter((name) => name.endsWith('.docx'))
    .map((name) => new URL(`${verdict}/${name}`, REPORTS)),
);
for (const file of files) {
  const buffer = readFileSync(file);
  const bytes = new Uint8Array(buffer);
  const read = () => parseReport({ bytes, fileName: file.pathname, ...knowledge });
  const [bare, whole] = await timesOf([() => mammoth.convertToHtml({ buffer }, noPictures), read]);
  const part = (whole.median / bare.median).toFixed(2);
  const milliseconds = ({ median, first }) => `${median.toFixed(1)} ms (the first time ${first.toFixed(0)} ms)`;
  console.log(
    `${file.pathname.split('/').at(-1)}: mammoth's conversion ${milliseconds(bare)}, our whole reading ${milliseconds(whole)}: ${part} of it`,
  );
}
