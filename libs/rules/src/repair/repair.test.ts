import { formOf } from '@gongkai/catalogue';
import type { Absence, CellId, Finding } from '@gongkai/model';
import { checkReport } from '..';
import { figuresOf, inputOf, reportOf } from '../../fixtures/reports';

const FORM = 'gb2021_30';
const ROWS = formOf(FORM)
  .grids.find((grid) => grid.id === 'requests')!
  .rows.map((row) => row.code);

/** A report that satisfies the law, with two kinds of applicants and a few results. */
const WHOLE: Partial<Record<CellId, bigint>> = {
  's3/new_received/natural_person': 90n,
  's3/new_received/commercial_enterprise': 24n,
  's3/new_received/total': 114n,
  's3/carried_in/natural_person': 12n,
  's3/carried_in/total': 12n,
  's3/granted/natural_person': 62n,
  's3/granted/commercial_enterprise': 21n,
  's3/granted/total': 83n,
  's3/partially_granted/natural_person': 17n,
  's3/partially_granted/total': 17n,
  's3/denied_state_secret/natural_person': 20n,
  's3/denied_state_secret/commercial_enterprise': 3n,
  's3/denied_state_secret/total': 23n,
  's3/total_processed/natural_person': 99n,
  's3/total_processed/commercial_enterprise': 24n,
  's3/total_processed/total': 123n,
  's3/carried_out/natural_person': 3n,
  's3/carried_out/total': 3n,
  's4/review/upheld': 12n,
  's4/review/corrected': 4n,
  's4/review/total': 16n,
};

function check(changes: Partial<Record<CellId, bigint | Absence>>): readonly Finding[] {
  return checkReport(inputOf(reportOf(FORM, figuresOf(FORM, { ...WHOLE, ...changes })))).filter(({ code }) =>
    /^S[34]-(BAL|COL|ROW|SUM)/.test(code),
  );
}

const ways = (finding: Finding | undefined) =>
  finding?.repair?.alternatives.map(({ changes }) =>
    changes.map(({ cell, from, to, slip }) => `${cell} ${from}→${to} ${slip?.code ?? ''}`.trim()),
  );

it('finds nothing in the report it starts from', () => {
  expect(check({})).toEqual([]);
});

describe('slips of the pen', () => {
  it.each<[string, Partial<Record<CellId, bigint>>, string]>([
    ['two digits swapped', { 's3/granted/natural_person': 26n }, 's3/granted/natural_person 26→62 digits_swapped'],
    ['a zero too many', { 's3/denied_state_secret/natural_person': 200n }, 's3/denied_state_secret/natural_person 200→20 factor_ten'],
    ['a zero too few', { 's3/denied_state_secret/natural_person': 2n }, 's3/denied_state_secret/natural_person 2→20 factor_ten'],
    ['the figure of the row below', { 's3/granted/natural_person': 17n }, 's3/granted/natural_person 17→62 row_beside'],
    [
      'the figure of the column beside',
      { 's3/granted/commercial_enterprise': 62n },
      's3/granted/commercial_enterprise 62→21 column_beside',
    ],
    ['no slip that is known', { 's3/granted/natural_person': 70n }, 's3/granted/natural_person 70→62'],
  ])('%s', (_, changes, expected) => {
    expect(check(changes).map(ways)).toEqual([[[expected]]]);
  });

  it('stand first where the sums leave several cells', () => {
    const [finding] = check({ 's4/review/upheld': 21n });
    expect(ways(finding)?.[0]).toEqual(['s4/review/upheld 21→12 digits_swapped']);
    expect(finding?.repair).toMatchObject({ count: 2, complete: true });
  });
});

describe('what is blank', () => {
  it('may be the missing figure: named where located, first where not', () => {
    expect(check({ 's3/granted/commercial_enterprise': 'blank' }).map(ways)).toEqual([[['s3/granted/commercial_enterprise null→21']]]);
    expect(ways(check({ 's4/review/corrected': 'mark' })[0])).toEqual([
      ['s4/review/corrected null→4'],
      ['s4/review/upheld 12→16'],
      ['s4/review/other 0→4'],
      ['s4/review/pending 0→4'],
      ['s4/review/total 16→12'],
    ]);
  });

  it('says so in the message of the sum', () => {
    expect(check({ 's4/review/corrected': 'blank' })[0]?.message.zh).toBe(
      '四·行政复议 × 总计：应为 12（结果纠正空白），报告为 16，相差 4。',
    );
  });

  it('stands for its parts where it is a total: a wrong part is found without it', () => {
    const [finding, ...more] = check({
      's3/total_processed/natural_person': 'blank',
      's3/granted/natural_person': 60n,
    });
    expect(more).toEqual([]);
    expect(ways(finding)).toEqual([['s3/granted/natural_person 60→62']]);
  });
});

describe('several cells at once', () => {
  it('are a finding each where they can be told apart', () => {
    const findings = check({
      's3/granted/natural_person': 65n,
      's3/denied_state_secret/commercial_enterprise': 10n,
      's3/carried_out/total': 8n,
      's4/review/total': 0n,
    });
    expect(findings.map(({ cells: [first] }) => first)).toEqual([
      's3/granted/natural_person',
      's3/denied_state_secret/commercial_enterprise',
      's3/carried_out/total',
      's4/review/total',
    ]);
    expect(findings.map((finding) => ways(finding)?.[0])).toEqual([
      ['s3/granted/natural_person 65→62'],
      ['s3/denied_state_secret/commercial_enterprise 10→3'],
      ['s3/carried_out/total 8→3'],
      ['s4/review/total 0→16'],
    ]);
  });

  it('are one finding with all its ways where the sums cannot tell them apart', () => {
    const findings = check({ 's3/granted/natural_person': 65n, 's3/denied_state_secret/commercial_enterprise': 6n });
    expect(findings.map(ways)).toEqual([
      [
        ['s3/granted/natural_person 65→62', 's3/denied_state_secret/commercial_enterprise 6→3'],
        ['s3/granted/commercial_enterprise 21→18', 's3/denied_state_secret/natural_person 20→17'],
      ],
    ]);
    expect(findings[0]?.consequences).toHaveLength(3);
  });

  it('are told apart beyond what the search sees at once, each with its right figure', () => {
    const wrong = [
      'natural_person',
      'commercial_enterprise',
      'research_institution',
      'public_interest_org',
      'legal_service_org',
      'other_org',
    ];
    const changes = Object.fromEntries(wrong.map((column, at) => [`s3/${ROWS[at + 6]}/${column}`, BigInt(100 + 7 * at)]));
    const findings = check(changes as Partial<Record<CellId, bigint>>);
    expect(findings.map(ways)).toEqual(wrong.map((column, at) => [[`s3/${ROWS[at + 6]}/${column} ${100 + 7 * at}→0`]]));
  });

  it('are one slip where a whole column of totals was left at 0', () => {
    const totals = Object.fromEntries(ROWS.map((row) => [`s3/${row}/total`, 0n]));
    const [finding, ...more] = check(totals as Partial<Record<CellId, bigint>>);
    expect(more).toEqual([]);
    expect(finding?.repair?.alternatives[0]?.changes.map(({ cell, to }) => `${cell} ${to}`)).toEqual(
      Object.entries(WHOLE).flatMap(([cell, amount]) => (/^s3.*total$/.test(cell) ? [`${cell} ${amount}`] : [])),
    );
    expect(finding?.consequences).toHaveLength(6);
  });

  it('never asks for less than nothing, nor for parts of a request', () => {
    const random = (seed: number) => (seed * 7919) % 200;
    for (let seed = 1; seed < 40; seed += 1) {
      const cells = [0, 1, 2].map((at) => `s3/${ROWS[random(seed + at * 31) % ROWS.length]}/natural_person`);
      const findings = check(Object.fromEntries(cells.map((cell, at) => [cell, BigInt(random(seed + at))])));
      const figures = findings.flatMap(({ repair }) => repair?.alternatives ?? []).flatMap(({ changes }) => changes.map(({ to }) => to));
      for (const figure of figures) expect(figure).toMatch(/^\d+$/);
    }
  });
});
