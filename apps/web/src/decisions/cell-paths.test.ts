import { cellPaths } from './cell-paths';

it('names a cell with its section', () => {
  const paths = cellPaths('zh');
  expect([...paths.values()].filter((path) => !/^[二三四]/.test(path))).toEqual([]);
  expect(paths.get('s4/review/upheld')).toBe('四·行政复议 × 结果维持');
  expect(paths.get('s3/granted/natural_person')).toMatch(/^三/);
});
