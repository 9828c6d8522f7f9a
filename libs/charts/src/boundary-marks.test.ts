import { marksOf } from './boundary-marks';

describe('marksOf', () => {
  it('says neighbouring years without a figure once, and others apart', () => {
    expect(marksOf([], [0, 1, 4]).gaps).toEqual([
      { from: 0, to: 2 },
      { from: 4, to: 5 },
    ]);
  });
});
