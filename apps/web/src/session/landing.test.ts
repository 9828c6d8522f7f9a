import { landingOf, safeReturn } from './landing';

describe('landingOf', () => {
  it('brings each role to its work', () => {
    expect(landingOf({ role: 'agency', agency: null, region: null })).toBe('/file');
    expect(landingOf({ role: 'supervisor', agency: null, region: { id: '3', name: 'x' } })).toBe('/review?awaiting=1');
    expect(landingOf({ role: 'analyst', agency: null, region: { id: '3', name: 'x' } })).toBe('/overview?region=3');
  });
});

describe('safeReturn', () => {
  it('follows paths of this site only', () => {
    expect(safeReturn('/review?year=2025')).toBe('/review?year=2025');
    for (const elsewhere of ['//evil.example', '/\\evil.example', 'https://evil.example', '', null])
      expect(safeReturn(elsewhere)).toBeNull();
  });
});
