import { pairCells } from './pair-cells';

const ranges = (...pairs: readonly (readonly [number, number])[]) => pairs.map(([start, end]) => ({ start, end }));

describe('pairCells', () => {
  it('pairs by columns', () => {
    expect(pairCells(ranges([1, 2], [2, 3]), ranges([1, 2], [2, 3]))).toEqual([0, 1]);
  });

  it('pairs one to one where merged columns shift figures against their header', () => {
    expect(pairCells(ranges([1, 2], [2, 4], [4, 5]), ranges([1, 3], [3, 4], [4, 5]))).toEqual([0, 1, 2]);
  });

  it('leaves a phantom cell at the end over', () => {
    expect(pairCells(ranges([0, 1], [1, 3]), ranges([0, 1], [1, 2], [2, 3]))).toEqual([0, 1]);
  });

  it('leaves a place empty where a cell is missing', () => {
    expect(pairCells(ranges([0, 1], [1, 2], [2, 3]), ranges([0, 1], [2, 3]))).toEqual([0, null, 1]);
  });

  it('gives a cell across several columns to none of them', () => {
    expect(pairCells(ranges([0, 1], [1, 2], [2, 3]), ranges([0, 1], [1, 3]))).toEqual([0, null, null]);
  });
});
