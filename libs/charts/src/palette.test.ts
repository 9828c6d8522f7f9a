import { colourAt, FADED_INK, FEW_CASES, PALETTE, paler, shapeAt } from './palette';

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const contrastOnWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05);

describe('palette', () => {
  it.each(PALETTE)('%s stands 3:1 against white', (colour) => {
    expect(contrastOnWhite(colour)).toBeGreaterThanOrEqual(3);
  });

  it('writes small print 4.5:1 against white and greys out at 3:1', () => {
    expect(contrastOnWhite(FADED_INK)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOnWhite(FEW_CASES)).toBeGreaterThanOrEqual(3);
  });

  it('gives forty series a pair of colour and symbol of their own', () => {
    expect(new Set(Array.from({ length: 40 }, (_, index) => colourAt(index) + shapeAt(index))).size).toBe(40);
  });

  it('pales towards white', () => {
    expect(paler('#000000', 1)).toBe('#000000');
    expect(paler('#000000', 0.9)).toBe('#2b2b2b');
    expect(paler('#000000', 0.5)).toBe('#d9d9d9');
    expect(paler('#000000', 0)).toBe('#d9d9d9');
    expect(paler('#ffffff', 0.5)).toBe('#ffffff');
  });
});
