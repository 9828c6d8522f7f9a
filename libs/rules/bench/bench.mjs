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

/** Cells of section three and four chosen by a fixed stride, each with another amount more. */
function someWrong(formId, seed, count) {
  const { readings } = inputFor(formId, seed).report;
  const summed = readings.map(({ cell }) => cell).filter((cell) => !cell.startsWith('s2/'));
  const cells = Array.from({ length: count }, (_, at) => summed[(seed * 37 + at * 53 + at * at * 11) % summed.length]);
  return inputFor(formId, seed, Object.fromEntries(cells.map((cell, at) => [cell, BigInt(3 + seed + 7 * at)])));
}

/** The longest of some reports, each by the best of three calls: what else the machine does is not meant. */
function longestOf(act, inputs) {
  const best = (input) => Math.min(...Array.from({ length: 3 }, () => timeOnce(() => act(input))));
  return Math.max(...inputs.map(best));
}

function timeOnce(act) {
  const since = process.hrtime.bigint();
  act();
  return Number(process.hrtime.bigint() - since) / 1e6;
}

for (const formId of ['gb2021_30', 'gb2019_60']) {
  const good = Array.from({ length: 20 }, (_, seed) => inputFor(formId, seed + 1));
  const reference = plainLoop(formId);
  const least = timeOf((call) => reference(good[call % good.length]), 400);
  line(`${formId} plain loop over the sums (reference)`, least, least);
  line(
    `${formId} checkReport, nothing wrong`,
    timeOf((call) => checkReport(good[call % good.length]), 200),
    least,
  );
  for (const count of [1, 2, 3, 4, 8, 16]) {
    const bad = Array.from({ length: 40 }, (_, seed) => someWrong(formId, seed + 1, count));
    const calls = count < 3 ? 80 : 40;
    line(
      `${formId} check and repair, ${count} wrong`,
      timeOf((call) => checkReport(bad[call % bad.length]), calls),
      least,
    );
    line(`${formId}   the longest of ${bad.length}`, longestOf(checkReport, bad), least);
  }
}
