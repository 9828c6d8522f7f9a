import type { SeriesPoint } from '@gongkai/model';
import type { ChartIndicator, ChartInput, ChartSeries } from './chart-input';
import { changeWords, comparabilityWords, coverageWords, formWords, organisationWords, restatedWords, valueWords } from './point-words';
import { wordsOf } from './words';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** What a chart says of one year: every figure, then coverage, forms and comparability, each said once where it is the same for all. */
export function yearWords(series: readonly ChartSeries[], index: number, input: ChartInput): readonly string[] {
  const words = wordsOf(input.language);
  const spoken = series.map(({ name, indicator, points }) => ({
    name,
    indicator,
    point: points[index] ?? null,
    before: points[index - 1] ?? null,
  }));
  const told: readonly (readonly [heading: string, of: Telling])[] = [
    [words.coverage, ({ coverage }) => coverageWords(coverage, input)],
    [words.form, (point) => formWords(point, input)],
    [words.comparability, ({ comparability }) => comparabilityWords(comparability, input)],
    [words.organisations, (point) => organisationWords(point, input)],
    [words.change, (point, indicator, before) => changeWords(point, before, indicator, input)],
    [words.restated, (point, indicator) => restatedWords(point, indicator, input)],
  ];
  return [
    ...spoken.map(({ name, indicator, point }) => name + words.colon + valueWords(point, indicator, input)),
    ...told.flatMap(([heading, of]) => {
      const said = spoken.map(({ name, indicator, point, before }) => ({ name, text: point && of(point, indicator, before) }));
      return sayOnce(heading, said, words.colon);
    }),
  ];
}

type Telling = (point: SeriesPoint, indicator: ChartIndicator, before: SeriesPoint | null) => string | null;

/** A tooltip as HTML: names and reasons are text from elsewhere and are escaped; no style attributes, so that a strict content policy holds. */
export function tooltipOf(title: string, lines: readonly string[]): string {
  return [`<strong>${escapeHtml(title)}</strong>`, ...lines.map(escapeHtml)].join('<br>');
}

interface Said {
  readonly name: string;
  readonly text: string | null;
}

function sayOnce(heading: string, said: readonly Said[], colon: string): readonly string[] {
  const texts = [...new Set(said.flatMap(({ text }) => (text === null ? [] : [text])))];
  return texts.map((text) => {
    const names = said.filter((one) => one.text === text).map(({ name }) => name);
    return names.length === said.length ? heading + colon + text : `${heading} (${names.join(', ')})${colon}${text}`;
  });
}
