import { cutDigits, type DigitSums } from './cut-digits';
import { processorMs } from '../../trial/processor-ms';

const REQUESTS: DigitSums = [null, null, null, null, null, null, [0, 1, 2, 3, 4, 5]];
const BLOCK: DigitSums = [null, null, null, null, [0, 1, 2, 3]];
const cut = (parts: string, sums: DigitSums) => cutDigits(parts.split(' '), sums)?.map((way) => way.join(' ')) ?? null;

describe('cutDigits', () => {
  it('cuts where only one way gives the total', () => {
    expect(cut('640020470', REQUESTS)).toEqual(['64 0 0 2 0 4 70']);
    expect(cut('1200012', BLOCK)).toEqual(['12 0 0 0 12']);
    expect(cut('0000000', REQUESTS)).toEqual(['0 0 0 0 0 0 0']);
    expect(cut('000', [null, null, null])).toEqual(['0 0 0']);
  });

  it('tells of several ways', () => {
    expect(cut('220000022', REQUESTS)).toEqual(['2 20 0 0 0 0 22', '22 0 0 0 0 0 22']);
    expect(cut('8855698', [null, null, null])).toHaveLength(15);
    expect(cut('1'.repeat(12), [null, null, null])).toBeNull();
  });

  it('finds none where no cut gives the total', () => {
    expect(cut('640020471', REQUESTS)).toEqual([]);
    expect(cut('00', REQUESTS)).toEqual([]);
  });

  it('keeps apart what was apart, and whole what is no plain number', () => {
    expect(cut('230 000023', REQUESTS)).toEqual(['23 0 0 0 0 0 23']);
    expect(cut('12 3.5 / 7', [null, null, null, null, null])).toEqual(['1 2 3.5 / 7']);
  });

  it('gives up in time', () => {
    const started = processorMs();
    expect(cutDigits(['1'.repeat(400)], new Array<null>(80).fill(null))).toBeNull();
    expect(cutDigits(['1'.repeat(200)], [...new Array<null>(60).fill(null), Array.from({ length: 60 }, (_, index) => index)])).toBeNull();
    expect(processorMs() - started).toBeLessThan(5_000);
  });
});
