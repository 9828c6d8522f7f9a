import { CELLS, FORMS, indicatorOf } from '@gongkai/catalogue';
import { type CellId, type FormId, SUMMED_KINDS } from '@gongkai/model';
import { OVERVIEW } from './questions';

const POSITIONS = new Map<CellId, number>(CELLS.map(({ id, position }) => [id, position]));
const KINDS = SUMMED_KINDS.map((kind) => `'${kind}'`).join(', ');

/** Sum of the cells of an indicator as SQL; NULL where one is absent. */
function sumOf(code: string, part: 'of' | 'over'): string {
  const { section, terms } = indicatorOf(code);
  const cases = FORMS.flatMap(({ id }) => {
    const cells = terms[id]?.[part] ?? [];
    return cells.length === 0 ? [] : [`WHEN '${id}' THEN ${cells.map((cell) => `e.figures[${POSITIONS.get(cell)}]`).join(' + ')}`];
  });
  return cases.length === 0 ? 'NULL::bigint' : `CASE e.${section}_form ${cases.join(' ')} END`;
}

export const positionOf = (code: string): number => indicatorOf(code).position;

const ROLLED = OVERVIEW.flatMap((code) => [
  `numerators[${positionOf(code)}] AS n_${code}`,
  `denominators[${positionOf(code)}] AS d_${code}`,
  `answered[${positionOf(code)}] AS a_${code}`,
]);
const REPORTED = OVERVIEW.flatMap((code) => [`${sumOf(code, 'of')} AS n_${code}`, `${sumOf(code, 'over')} AS d_${code}`]);

/**
 * What a generic server gets to see: the same rollups with a column an indicator, and the published editions of the whole nation with the
 * indicators computed from their cells. Both hold only what is to be summed, so that no server has to filter by kind.
 */
export const RIVAL_VIEWS = `
  DROP SCHEMA IF EXISTS rival CASCADE;
  CREATE SCHEMA rival;
  CREATE VIEW rival.rollups AS SELECT region_id, year, agency_kind, ${ROLLED.join(', ')}
    FROM public.rollups WHERE state = 'published' AND agency_kind IN (${KINDS});
  CREATE VIEW rival.editions AS SELECT r.year, r.agency_kind, ${REPORTED.join(', ')}
    FROM public.standings s JOIN public.editions e ON e.id = s.edition_id JOIN public.reports r ON r.id = s.report_id
    WHERE s.state = 'published' AND r.obliged AND r.agency_kind IN (${KINDS});
`;

/** The figures of every published and summed edition as lines of CSV: year, then the cells by position. */
export const FIGURES_AS_CSV = `COPY (
  SELECT r.year || ',' || array_to_string(e.figures, ',', '')
  FROM standings s JOIN editions e ON e.id = s.edition_id JOIN reports r ON r.id = s.report_id
  WHERE s.state = 'published' AND r.obliged AND r.agency_kind IN (${KINDS})) TO STDOUT`;

/** The same sums over columns year, c1, c2 … of the Parquet file. */
export function parquetSums(): string {
  const sums = OVERVIEW.flatMap((code) =>
    (['of', 'over'] as const).flatMap((part) => {
      const of = (form: FormId): string | null => {
        const cells = indicatorOf(code).terms[form]?.[part] ?? [];
        return cells.length === 0 ? null : cells.map((cell) => `c${POSITIONS.get(cell)}`).join(' + ');
      };
      const sums = FORMS.map(({ id, years }) => ({ sum: of(id), last: years.last }));
      if (sums.every(({ sum }) => sum === null)) return [];
      const [{ sum: first } = { sum: null }] = sums;
      if (sums.every(({ sum }) => sum === first)) return [`sum(${first})`];
      const cases = sums.map(({ sum, last }) => `WHEN ${last === null ? 'true' : `year <= ${last}`} THEN ${sum ?? 'NULL'}`);
      return [`sum(CASE ${cases.join(' ')} END)`];
    }),
  );
  return sums.join(', ');
}

export const CELL_COUNT = CELLS.length;
export const INDICATOR_POSITIONS = OVERVIEW.map(positionOf);

/** Asks PostGraphile for the trend of the nation: numerators and denominators of every indicator, year by year. */
export function postgraphileTrend(over: 'rollups' | 'editions'): string {
  const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const fields = OVERVIEW.flatMap((code) => [camel(`n_${code}`), camel(`d_${code}`)]).join(' ');
  return over === 'rollups'
    ? `{ allRollups(condition: { regionId: "1" }) { groupedAggregates(groupBy: [YEAR]) { keys sum { ${fields} } } } }`
    : `{ allEditions { groupedAggregates(groupBy: [YEAR]) { keys sum { ${fields} } } } }`;
}
