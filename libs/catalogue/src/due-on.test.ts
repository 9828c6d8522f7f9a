import type { AgencyKind, RegionLevel } from '@gongkai/model';
import { dueOn } from '.';

describe('dueOn', () => {
  it.each<[AgencyKind, RegionLevel, string]>([
    ['DEPARTMENT', 'county', '2024-01-31'],
    ['TOWNSHIP', 'township', '2024-01-31'],
    ['GOVERNMENT_OFFICE', 'province', '2024-01-31'],
    ['VERTICAL_ORGAN', 'county', '2024-01-31'],
    ['GOVERNMENT', 'county', '2024-02-20'],
    ['GOVERNMENT', 'functional_zone', '2024-02-20'],
    ['GOVERNMENT', 'prefecture', '2024-03-10'],
    ['GOVERNMENT', 'province', '2024-03-31'],
    ['GOVERNMENT', 'township', '2024-01-31'],
  ])('%s of a %s files by %s', (kind, level, date) => {
    expect(dueOn(kind, level, 2023)).toBe(date);
  });

  it('refuses years before the present dates', () => {
    expect(() => dueOn('DEPARTMENT', 'county', 2018)).toThrow(RangeError);
  });
});
