import { init, type EChartsOption } from 'echarts';
import { sampleIndicators, outcomeRows, sampleRows } from './fixtures/sample-rows';
import { onPaper } from './chart-frame';
import { outcomesOption } from './outcomes-option';
import { colourAt } from './palette';
import { trendOption } from './trend-option';

/** The picture as ECharts draws it, without a browser. */
function draw(option: EChartsOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 800, height: 420 });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const COLOUR = colourAt(0);

/** Strokes of lines in a colour: their `d`, and whether they are dashed. */
function strokesOf(svg: string, colour: string): readonly { readonly d: string; readonly dashed: boolean }[] {
  return [...svg.matchAll(/<path d="([^"]+)" fill="(?:none|transparent)"([^>]*)>/g)]
    .filter(([, , rest = '']) => rest.includes(`stroke="${colour}"`) && rest.includes('stroke-width="2"'))
    .map(([, d = '', rest = '']) => ({ d, dashed: rest.includes('stroke-dasharray') }))
    .filter(({ d }) => /^M[^MZ]*L/.test(d) && !d.includes('Z'));
}

const pointsIn = (d: string): number => d.split('L').length;

describe('a drawn trend', () => {
  const lines = (code: string): string =>
    draw(
      trendOption({
        rows: sampleRows,
        indicators: Object.values(sampleIndicators),
        language: 'zh',
        animation: false,
        panels: [{ title: null, bars: [], lines: [code] }],
      }),
    );

  it('has no stroke across the break nor across the gap', () => {
    const strokes = strokesOf(lines('normative_in_force'), COLOUR);
    expect(strokes.map(({ d, dashed }) => [pointsIn(d), dashed])).toEqual([
      [2, false],
      [2, false],
      [2, false],
    ]);
  });

  it('writes at the break that the sides do not compare, and on the gap that there is no figure', () => {
    const svg = lines('normative_in_force');
    expect(svg).toContain('>口径不可比</text>');
    expect(svg).toContain('>无数据</text>');
    expect(svg).toContain('12/13');
  });

  it('dashes the joint that compares with a note, and only that one', () => {
    const strokes = strokesOf(lines('penalty_decisions'), COLOUR);
    expect(strokes.filter(({ dashed }) => dashed).map(({ d }) => pointsIn(d))).toEqual([2]);
    expect(strokes.filter(({ dashed }) => !dashed)).toHaveLength(3);
    expect(lines('penalty_decisions')).not.toContain('>口径不可比</text>');
  });

  it('draws bars in solid colours, and on paper a pattern over them', () => {
    const option = outcomesOption({
      rows: outcomeRows,
      indicators: Object.values(sampleIndicators),
      language: 'zh',
      animation: false,
      outcomes: ['granted', 'denied'],
      rate: 'disclosure_rate',
    });
    expect(draw(option)).not.toContain('<pattern');
    expect(draw(onPaper(option))).toContain('<pattern');
    expect(draw(option)).toContain('>92</text>');
  });
});
