import { chartSeriesOf, yearsOf, type ChartInput } from './chart-input';
import { comparabilityWords, coverageWords, organisationWords, restatedWords, valueWords } from './point-words';
import { wordsOf } from './words';

/** The data of a chart in sentences, for those who do not see it: every series, every year, nothing left out. */
export function describeSeries(input: ChartInput): string {
  const words = wordsOf(input.language);
  const years = yearsOf(input.rows);
  const series = chartSeriesOf(input);
  if (series.length === 0) return words.emptyTitle + words.colon + words.nothingAsked + words.stop.trimEnd();
  return series
    .map(({ name, indicator, points }) => {
      const said = points.map((point, index) => {
        const facts =
          point === null
            ? []
            : [
                coverageWords(point.coverage, input),
                comparabilityWords(point.comparability, input),
                organisationWords(point, input),
                restatedWords(point, indicator, input),
              ];
        const clauses = [valueWords(point, indicator, input), ...facts.filter((fact) => fact !== null)];
        return `${words.year(years[index] ?? Number.NaN)} ${clauses.join(words.comma)}`;
      });
      return name + words.colon + said.join(words.semicolon);
    })
    .join(words.stop)
    .concat(words.stop.trimEnd());
}
