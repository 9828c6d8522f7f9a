import { colourAt, FADED_INK, FEW_CASES, PALETTE, paler, shapeAt } from './palette';

type Triple = readonly [number, number, number];

/** Light of the three primaries, 0 to 1. */
function linear(colour: string): Triple {
  const parts = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return parts as unknown as Triple;
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How readers see the three primaries: Machado, Oliveira and Fernandes 2009, at full severity. */
const SENSES: Readonly<Record<string, readonly Triple[]>> = {
  'full colour sense': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** CIELAB under D65 of a colour as a sense shows it. */
function labOf(colour: string, sense: readonly Triple[]): Triple {
  const light = linear(colour);
  const seen = sense.map((row) => Math.min(1, Math.max(0, dot(row, light)))) as unknown as Triple;
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], seen) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], seen));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], seen) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
const cos = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);

/** The colour difference CIEDE2000. */
function distance([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const seventh = (chroma: number): number => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  const stretch = 1.5 - 0.5 * seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2);
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const hue = (a: number, b: number): number => ((Math.atan2(b, a * stretch) * 180) / Math.PI + 360) % 360;
  const [h1, h2] = [hue(a1, b1), hue(a2, b2)];
  const grey = c1 * c2 === 0;
  const turn = grey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const h = grey ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const lightness = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const chroma = (c2 - c1) / (1 + 0.045 * c);
  const turned = (2 * Math.sqrt(c1 * c2) * sin(turn / 2)) / (1 + 0.015 * c * t);
  const rotation = -2 * seventh(c) * sin(60 * Math.exp(-(((h - 275) / 25) ** 2)));
  return Math.sqrt(lightness ** 2 + chroma ** 2 + turned ** 2 + rotation * chroma * turned);
}

const LEAST_APART = 12;

const contrastOnWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05);

describe('palette', () => {
  it.each(PALETTE)('%s stands 3:1 against white', (colour) => {
    expect(contrastOnWhite(colour)).toBeGreaterThanOrEqual(3);
  });

  it('measures differences as their authors published them', () => {
    expect(distance([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(distance([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
    expect(distance([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
  });

  it.each(Object.keys(SENSES))('keeps every pair of colours apart for %s', (name) => {
    const seen = [...PALETTE, FEW_CASES].map((colour) => ({ colour, lab: labOf(colour, SENSES[name]!) }));
    const close = seen.flatMap((one, at) =>
      seen.slice(at + 1).flatMap((other) => {
        const apart = distance(one.lab, other.lab);
        return apart < LEAST_APART ? [`${one.colour} ${other.colour} ${apart.toFixed(1)}`] : [];
      }),
    );
    expect(close).toEqual([]);
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
