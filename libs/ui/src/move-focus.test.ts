import { spotReached } from './move-focus';

const spot = (left: number, top: number, width = 10, height = 10) => ({ left, top, right: left + width, bottom: top + height });
/** Two rows of three, the second with its middle wide, and one far below. */
const SPOTS = [spot(0, 0), spot(10, 0), spot(20, 0), spot(0, 10), spot(10, 10), spot(20, 10), spot(0, 100)];

it.each([
  ['next', 0, 1],
  ['next', 2, 3],
  ['next', 6, null],
  ['previous', 3, 2],
  ['previous', 0, null],
  ['down', 1, 4],
  ['down', 5, 6],
  ['up', 6, 3],
  ['up', 4, 1],
  ['up', 1, null],
  ['first', 5, 0],
  ['last', 0, 6],
] as const)('%s of %i is %s', (step, from, to) => {
  expect(spotReached(SPOTS, from, step)).toBe(to);
});
