import { DECLARED } from '@gongkai/catalogue';
import { readDeclared } from '../src/narrative/read-declared';
import { readSentences } from './read-sentences';

/** Claims that were read rightly, that were read and are none, and that were missed. */
interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

const LEAST_PRECISION = 0.98;
const LEAST_RECALL = 0.9;

const sentences = readSentences();
const read = sentences.map((sentence) => ({
  ...sentence,
  found: readDeclared([sentence], DECLARED, 2023).map(({ code, amount }) => `${code} ${amount}`),
}));

function scoreOf(code: string | null): Score {
  const of = (claims: readonly string[]): readonly string[] => claims.filter((claim) => code === null || claim.startsWith(`${code} `));
  const count = (from: readonly string[], not: readonly string[]): number => of(from).filter((claim) => !not.includes(claim)).length;
  return {
    right: read.reduce((sum, { claims, found }) => sum + of(found).filter((claim) => claims.includes(claim)).length, 0),
    wrong: read.reduce((sum, { claims, found }) => sum + count(found, claims), 0),
    missed: read.reduce((sum, { claims, found }) => sum + count(claims, found), 0),
  };
}

const share = (part: number, rest: number): number => (part + rest === 0 ? 1 : part / (part + rest));
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`.padStart(8);

function lineOf(name: string, { right, wrong, missed }: Score): string {
  return `${name.padEnd(30)} ${String(right + missed).padStart(4)} ${percent(share(right, wrong))} ${percent(share(right, missed))}`;
}

const codes = DECLARED.map(({ code }) => code).filter((code) =>
  read.some(({ claims }) => claims.some((claim) => claim.startsWith(`${code} `))),
);
const whole = scoreOf(null);

describe('claims read from labelled sentences', () => {
  it('prints precision and recall of each kind', () => {
    const table = [
      `${'claim'.padEnd(30)} said precision   recall`,
      ...codes.map((code) => lineOf(code, scoreOf(code))),
      lineOf('all', whole),
    ];
    const differing = read.flatMap(({ text, claims, found }) => {
      const extra = found.filter((claim) => !claims.includes(claim)).map((claim) => `  wrong   ${claim}: ${text}`);
      return [...extra, ...claims.filter((claim) => !found.includes(claim)).map((claim) => `  missed  ${claim}: ${text}`)];
    });
    process.stdout.write(`${sentences.length} sentences\n${table.join('\n')}\n${differing.join('\n')}\n`);
    expect(sentences.length).toBeGreaterThanOrEqual(400);
    expect(codes.length).toBe(DECLARED.length);
  });

  it('are right', () => {
    expect(share(whole.right, whole.wrong)).toBeGreaterThanOrEqual(LEAST_PRECISION);
  });

  it('are seldom missed', () => {
    expect(share(whole.right, whole.missed)).toBeGreaterThanOrEqual(LEAST_RECALL);
  });
});
