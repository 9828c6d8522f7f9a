// Time per report of everything rules do, beside a plain loop over the same equations in the same run. `nx run rules:bench`
import { FORMS } from '@gongkai/catalogue';
import { checkReport, unrollRules } from '../dist/index.js';
import { inputFor } from './whole-reports.mjs';

/** Milliseconds a call, the median of some rounds after warming up. */
function timeOf(act, calls) {
  for (let call = 0; call < calls; call += 1) act(call);
  const rounds = Array.from({ length: 7 }, () => {
    const since = process.hrtime.bigint();
    for (let call = 0; call < calls; call += 1) act(call);
    return Number(process.hrtime.bigint() - since) / 1e6 / calls;
  });
  return rounds.sort((a, b) => a - b)[3];
}

/** What the check of the sums costs at the very least: the equations of the form, written out beforehand, in numbers. */
function plainLoop(formId) {
  const form = FORMS.find((candidate) => candidate.id === formId);
  const equations = unrollRules(form, null).map(({ left, right }) => [
    ...left.map(({ cell, factor }) => [cell, Number(factor)]),
    ...right.map(({ cell, factor }) => [cell, -Number(factor)]),
  ]);
  return ({ report }) => {
    const amounts = new Map(report.readings.map((reading) => [reading.cell, Number(reading.amount)]));
    let broken = 0;
    for (const addends of equations) {
      let sum = 0;
      for (const [cell, factor] of addends) sum += amounts.get(cell) * factor;
      if (sum !== 0) broken += 1;
    }
    return broken;
  };
}

function line(what, milliseconds, reference) {
  console.log(`${what.padEnd(52)} ${milliseconds.toFixed(4).padStart(9)} ms  ${(milliseconds / reference).toFixed(1).padStart(7)} ×`);
}

for (const formId of ['gb2021_30', 'gb2019_60']) {
  const good = Array.from({ length: 20 }, (_, seed) => inputFor(formId, seed + 1));
  const bad = good.map((_, seed) => inputFor(formId, seed + 1, { 's3/granted/natural_person': 6n, 's4/review/total': 1n }));
  const reference = plainLoop(formId);
  const least = timeOf((call) => reference(good[call % good.length]), 400);
  line(`${formId} plain loop over the sums (reference)`, least, least);
  line(
    `${formId} checkReport, nothing wrong`,
    timeOf((call) => checkReport(good[call % good.length]), 200),
    least,
  );
  line(
    `${formId} checkReport, two cells wrong`,
    timeOf((call) => checkReport(bad[call % bad.length]), 200),
    least,
  );
}
