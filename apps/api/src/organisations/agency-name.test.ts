import type { AgencyKind } from '@gongkai/model';
import { agenciesMeant, type RegisteredName } from './agency-name';

const named = (agencyId: string, name: string, regions: readonly string[], kind: AgencyKind = 'DEPARTMENT'): RegisteredName => ({
  agencyId,
  name,
  kind,
  regions,
});
const CITY = ['云岭市'];
const COUNTY = ['云岭市', '白榆县'];
const NAMES = [
  named('1', '云岭市教育局', CITY),
  named('2', '白榆县教育局', COUNTY),
  named('3', '白榆县住房和城乡建设局', COUNTY),
  named('3', '住建局', COUNTY),
  named('4', '槐荫镇人民政府', COUNTY, 'TOWNSHIP'),
  named('5', '柳溪镇人民政府', [...COUNTY, '柳溪镇'], 'TOWNSHIP'),
  named('6', '水利局', ['云岭市', '竹汀县']),
  named('7', '云岭市鹿鸣县林业局', ['云岭市', '鹿鸣县']),
];

describe('agenciesMeant', () => {
  it.each([
    ['its very name', '白榆县教育局', ['2']],
    ['a name with its city before it', '云岭市白榆县教育局', ['2']],
    ['an alias behind its region', '白榆县住建局', ['3']],
    ['an alias behind city and county', '云岭市白榆县住建局', ['3']],
    ['a township behind its county', '白榆县槐荫镇人民政府', ['4']],
    ['a township behind its city alone, as nobody else below is called so', '云岭市槐荫镇人民政府', ['4']],
    ['a township that is a region itself', '云岭市白榆县柳溪镇人民政府', ['5']],
    ['a bare name behind its region', '竹汀县水利局', ['6']],
    ['a name registered with its city, printed without', '鹿鸣县林业局', ['7']],
    ['a name set with spaces', '云岭市 白榆县 教育局', ['2']],
  ])('finds %s', (_, printed, ids) => expect(agenciesMeant(printed, NAMES)).toEqual(ids));

  it.each([
    ['a bureau of the city for that of a county', '云岭市住建局'],
    ['a bureau of the city for one that is only registered bare', '云岭市水利局'],
    ['the government of the city for that of a township', '云岭市人民政府'],
    ['that of the county', '白榆县人民政府'],
    ['a bureau of another county', '竹汀县教育局'],
    ['a name without any place', '教育局'],
    ['a name with one character wrong', '云岭市白榆县教肓局'],
    ['a region alone', '白榆县'],
  ])('does not take %s', (_, printed) => expect(agenciesMeant(printed, NAMES)).toEqual([]));

  it('gives everybody a name may mean', () => {
    const twins = [...NAMES, named('8', '槐荫镇人民政府', ['云岭市', '竹汀县'], 'TOWNSHIP')];
    expect(agenciesMeant('云岭市槐荫镇人民政府', twins)).toEqual(['4', '8']);
    expect(agenciesMeant('竹汀县槐荫镇人民政府', twins)).toEqual(['8']);
  });
});
