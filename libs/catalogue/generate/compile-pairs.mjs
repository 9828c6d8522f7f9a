/**
 * The verdicts of every indicator over every pair of forms, in both directions. Refuses a pair of forms or an indicator of a pair that is missing or
 * stands twice, and a figure said to compare with that of a form which does not ask for it.
 */
export function compilePairs(source, pairs, forms, indicators) {
  const named = pairs.map((pair, at) => ({ ...pair, at, key: keyOf(pair.between) }));
  checkPairs(source, named, forms);
  return indicators.map((indicator) => ({
    ...indicator,
    comparability: named.flatMap((pair) => bothWays(pair.between, verdictOf(source, pair, indicator))),
  }));
}

function keyOf(between) {
  return [...between].sort().join(' ');
}

function bothWays([one, other], { verdict, reason }) {
  return [
    { from: one, to: other, verdict, reason },
    { from: other, to: one, verdict, reason },
  ];
}

function checkPairs(source, named, forms) {
  const ids = forms.map(({ id }) => id);
  for (const { between, at, key } of named) {
    for (const id of between) if (!ids.includes(id)) source.problem([at, 'between'], `there is no form ${id}`);
    if (between[0] === between[1] || named.findIndex((other) => other.key === key) !== at)
      source.problem([at, 'between'], `the pair ${key} twice`);
  }
  const wanted = ids.flatMap((one, at) => ids.slice(at + 1).map((other) => keyOf([one, other])));
  for (const key of wanted.filter((pair) => named.every((given) => given.key !== pair)))
    source.problem([named.length - 1], `no verdicts for the pair ${key}`);
}

function verdictOf(source, { at, key, between, same, differ }, { code, terms }) {
  const given = [
    ...same.flatMap((one, index) => (one === code ? { verdict: 'same', reason: null, path: [at, 'same', index] } : [])),
    ...differ.flatMap(({ of, verdict, zh, en }, index) =>
      of.filter((one) => one === code).map(() => ({ verdict, reason: { zh, en }, path: [at, 'differ', index] })),
    ),
  ];
  if (given.length !== 1) source.problem([at], `${code} has ${given.length === 0 ? 'no verdict' : 'several verdicts'} in the pair ${key}`);
  const found = given[0] ?? { verdict: 'none', reason: null, path: [at] };
  if (found.verdict !== 'none' && between.some((form) => terms[form] === undefined))
    source.problem(found.path, `${code} lacks a form of the pair ${key}: the verdict can only be none`);
  return found;
}

/** Refuses codes in a pair that no indicator has. */
export function checkPairCodes(source, pairs, indicators) {
  const codes = new Set(indicators.map(({ code }) => code));
  pairs.forEach(({ same, differ }, at) => {
    same.forEach((code, index) => checkCode(source, [at, 'same', index], codes, code));
    differ.forEach(({ of }, index) => of.forEach((code, place) => checkCode(source, [at, 'differ', index, 'of', place], codes, code)));
  });
}

function checkCode(source, path, codes, code) {
  if (!codes.has(code)) source.problem(path, `there is no indicator ${code}`);
}
