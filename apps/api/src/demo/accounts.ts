import type { DemoAccount, DemoAgency, DemoRegion } from './demo-city';

const PASSWORD = 'gongkai-demo';
const FEATURED: readonly string[] = ['yl-tongji', 'chenglan-zhujian', 'yl-zhengfu'];

/** Logins of those who decide; the second of the city keeps the four-eyes rule, since nobody decides about a filing of their own. */
export const CITY_SUPERVISORS = { first: 'yl-shenhe', second: 'yl-fuhe' };

/** The supervisor who decides about the agencies of a county and below. */
export function countySupervisor(countyKey: string): string {
  return `${countyKey}-shenhe`;
}

/** One account for every agency, with its key as login, one supervisor for every county, and those of the city. */
export function accountsOf(agencies: readonly DemoAgency[], regions: readonly DemoRegion[]): readonly DemoAccount[] {
  const counties = regions.filter(({ level }) => level === 'county' || level === 'functional_zone');
  return [
    ...agencies.map(({ key, name }): DemoAccount => {
      const featured = FEATURED.includes(key);
      return { login: key, password: PASSWORD, name: `演示·${name}填报员`, role: 'agency', agencyKey: key, regionKey: null, featured };
    }),
    ...counties.map(({ key, name }): DemoAccount => ({
      ...supervisor(countySupervisor(key), `演示·${name}政务公开办审核员`, key),
      featured: key === 'chenglan',
    })),
    supervisor(CITY_SUPERVISORS.first, '演示·云岭市政务公开办审核员', 'yl'),
    supervisor(CITY_SUPERVISORS.second, '演示·云岭市政务公开办复核员', 'yl'),
    {
      login: 'yl-fenxi',
      password: PASSWORD,
      name: '演示·云岭市政务公开分析员',
      role: 'analyst',
      agencyKey: null,
      regionKey: 'yl',
      featured: true,
    },
    {
      login: 'yl-guanli',
      password: PASSWORD,
      name: '演示·平台管理员',
      role: 'administrator',
      agencyKey: null,
      regionKey: null,
      featured: true,
    },
  ];
}

function supervisor(login: string, name: string, regionKey: string): DemoAccount {
  return { login, password: PASSWORD, name, role: 'supervisor', agencyKey: null, regionKey, featured: true };
}
