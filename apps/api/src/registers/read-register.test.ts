import { isRefusal } from '../requests/refusal';
import { readRegister } from './read-register';
import type { Register } from './register-rows';

const HEADER = '名称,级别,行政区划代码,上级,设立日期';

function read(register: Register, text: string) {
  const result = readRegister(register, text);
  if (isRefusal(result)) throw new Error(result.message.zh);
  return result;
}

const region = { name: '云川市', level: 'prefecture', code: '990100', parent: null, validFrom: '2000-01-01' };

describe('a register as spreadsheets save it', () => {
  it.each([
    ['commas', `${HEADER}\n云川市,prefecture,990100,,2000-01-01\n`],
    ['tabs', `${HEADER.replaceAll(',', '\t')}\r\n云川市\tprefecture\t990100\t\t2000-01-01\r\n`],
    ['semicolons and a byte order mark', `\uFEFF${HEADER.replaceAll(',', ';')}\n云川市;prefecture;990100;;2000/1/1\n`],
    ['a day in Chinese', `${HEADER}\n云川市,prefecture,990100,,2000年1月1日\n`],
    ['a day with midnight', `${HEADER}\n云川市,prefecture,990100,,2000/1/1 0:00\n`],
    ['full-width digits', `${HEADER}\n云川市,prefecture,９９０１００,,２０００年１月１日\n`],
    ['a code kept as text', `${HEADER}\n云川市,prefecture,"=""990100""",,20000101\n`],
    ['an apostrophe before the code', `${HEADER}\n云川市,prefecture,'990100,,2000.01.01\n`],
    ['empty lines and columns', `\n${HEADER},\n,,,,,\n 云川市　,prefecture,990100,,2000-1-1,\n,,,,,\n`],
  ])('is read with %s', (_, text) => {
    expect(read('regions', text)).toMatchObject({ entries: { regions: [region] }, unread: [] });
  });

  it('takes years and yes and no as they are typed', () => {
    const { entries, unread } = read('roster', '单位名称,报告年度,应当报送\n甲局,２０２３年度,是\n乙局,2024年,否\n');
    expect(unread).toEqual([]);
    expect(entries.roster).toMatchObject([
      { agency: '甲局', year: 2023, obliged: true },
      { agency: '乙局', year: 2024, obliged: false },
    ]);
  });

  it.each([
    ['3.20E+05', '科学记数'],
    ['3.2e5', '科学记数'],
    ['"320,803"', '千位分隔符'],
  ])('does not take %s for a code, wherever a code may stand', (code, why) => {
    for (const line of [`甲,county,${code},,`, `甲,county,,${code},`]) {
      const { entries, unread } = read('regions', `${HEADER}\n${line}\n`);
      expect(entries.regions).toEqual([]);
      expect(unread).toEqual([{ line: 1, what: '甲', problem: expect.objectContaining({ zh: expect.stringContaining(why) }) }]);
    }
  });

  it.each(['2023-02-30', '2023年13月1日', '36526', '1月1日', '2000-01'])('takes %s for no day', (day) => {
    const { unread } = read('regions', `${HEADER}\n甲,county,,,${day}\n`);
    expect(unread.map(({ problem }) => problem.zh)).toEqual([expect.stringContaining(`“设立日期”的值“${day}”不是一天`)]);
  });
});
