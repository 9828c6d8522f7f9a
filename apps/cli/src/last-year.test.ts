import type { Report } from '@gongkai/model';
import { findAmong, type LastYear } from './last-year';

const report = (agencyName: string | null, year: number | null): Report => ({
  title: null,
  agencyName,
  year,
  period: null,
  signedOn: null,
  forms: { s2: null, s3: null, s4: null },
  readings: [],
  narrative: [],
  declared: [],
  residue: [],
  doubts: [],
});
const last = (file: string, agencyName: string | null, year: number | null): LastYear => ({ file, report: report(agencyName, year) });
const found = (among: readonly LastYear[], given: boolean, one: Report): string | null => findAmong(among, given)(one)?.file ?? null;

describe('findAmong', () => {
  it('takes the one report of the same agency for the year before', () => {
    const among = [last('a', '统计局', 2022), last('b', '林业局', 2022), last('c', '统计局', 2021)];
    expect(found(among, false, report('统计局', 2023))).toBe('a');
    expect(found(among, false, report('水务局', 2023))).toBeNull();
    expect(found(among, false, report(null, 2023))).toBeNull();
  });

  it('knows an agency that names the place above it in one year only', () => {
    const among = [last('a', '云川市青禾县人民政府', 2022), last('b', '云川市统计局', 2022), last('c', '云川市林业局', 2022)];
    expect(found(among, false, report('青禾县人民政府', 2023))).toBe('a');
    expect(found(among, false, report('统计局', 2023))).toBeNull();
    expect(found([...among, last('d', '南川市青禾县人民政府', 2022)], false, report('青禾县人民政府', 2023))).toBeNull();
  });

  it('takes none where two would do', () => {
    expect(found([last('a', '统计局', 2022), last('b', '统计局', 2022)], false, report('统计局', 2023))).toBeNull();
  });

  it('takes what was given for the one report whatever its name, but not of another year', () => {
    expect(found([last('a', '统计局', 2022)], true, report('数据局', 2023))).toBe('a');
    expect(found([last('a', null, null)], true, report(null, null))).toBe('a');
    expect(found([last('a', '统计局', 2021)], true, report('统计局', 2023))).toBeNull();
  });
});
