import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import { cellsOf } from '@gongkai/model';

const KINDS = ['natural_person', 'commercial_enterprise', 'research_institution', 'public_interest_org', 'legal_service_org', 'other_org'];
const FLOW_ROWS = ['new_received', 'carried_in', 'total_processed', 'carried_out'];
const BLOCKS = ['review', 'litigation_direct', 'litigation_post_review'];
const OUTCOMES = ['upheld', 'corrected', 'other', 'pending'];

/** The same numbers on every run (a linear congruential generator). */
function dice(seed) {
  let state = BigInt(seed);
  return (limit) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 18446744073709551616n;
    return (state >> 33n) % BigInt(limit);
  };
}

function wholeFigures(form, seed) {
  const roll = dice(seed);
  const figures = new Map(form.grids.flatMap(cellsOf).map((cell) => [cell, roll(500)]));
  const sum = (cells) => cells.reduce((total, cell) => total + figures.get(cell), 0n);
  const rows = form.grids.find((grid) => grid.section === 's3').rows.map((row) => row.code);
  const results = rows.filter((row) => !FLOW_ROWS.includes(row));
  for (const kind of KINDS) {
    figures.set(`s3/total_processed/${kind}`, sum(results.map((row) => `s3/${row}/${kind}`)));
    const all = sum([`s3/total_processed/${kind}`, `s3/carried_out/${kind}`]);
    figures.set(`s3/carried_in/${kind}`, all / 10n).set(`s3/new_received/${kind}`, all - all / 10n);
  }
  for (const row of rows) figures.set(`s3/${row}/total`, sum(KINDS.map((kind) => `s3/${row}/${kind}`)));
  for (const block of BLOCKS) figures.set(`s4/${block}/total`, sum(OUTCOMES.map((outcome) => `s4/${block}/${outcome}`)));
  return figures;
}

/** A whole report that satisfies the law, with some cells changed, as `checkReport` takes it. */
export function inputFor(formId, seed, changes = {}) {
  const form = FORMS.find((candidate) => candidate.id === formId);
  const units = new Map(CELLS.map((cell) => [cell.id, cell.unit]));
  const figures = wholeFigures(form, seed);
  for (const [cell, by] of Object.entries(changes)) figures.set(cell, figures.get(cell) + by);
  const year = form.years.first;
  const readings = [...figures].map(([cell, amount]) => ({
    cell,
    raw: `${amount}`,
    place: null,
    confidence: 'exact',
    state: 'number',
    amount,
    unit: units.get(cell),
  }));
  const report = {
    title: `青禾县统计局${year}年政府信息公开工作年度报告`,
    agencyName: '青禾县统计局',
    year,
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    signedOn: `${year + 1}-01-20`,
    forms: { s2: formId, s3: formId },
    readings,
    narrative: [
      { section: 's1', heading: '一、总体情况', text: '全年主动公开信息三十件。' },
      { section: 's5', heading: '五、存在的主要问题及改进情况', text: '更新不够及时，已经明确专人。' },
      { section: 's6', heading: '六、其他需要报告的事项', text: '本年度没有收取信息处理费。' },
    ],
    declared: [],
    residue: [],
    doubts: [],
  };
  return { forms: FORMS, cells: CELLS, declared: DECLARED, report, expectedYear: year, filing: 'document', lastYear: null };
}
