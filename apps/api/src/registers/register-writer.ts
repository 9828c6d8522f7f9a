import { randomBytes } from 'node:crypto';
import { dueOn } from '@gongkai/catalogue';
import type { RegionLevel, Words } from '@gongkai/model';
import { AccountsStore } from '../accounts/accounts.store';
import type { StoresOf } from '../database/named-stores';
import { OrganisationsStore } from '../organisations/organisations.store';
import { spell } from '../organisations/pinyin';
import { ReportsStore } from '../reports/reports.store';
import type { AccountEntry, AgencyEntry, LineOutcome, RegionEntry, RosterEntry } from './register-rows';

/** What a line comes to, before it is known which line it was. */
type Verdict = Omit<LineOutcome, 'register' | 'line'>;

const added = (what: string, password: string | null = null): Verdict => ({ action: 'added', what, problem: null, password });
const unchanged = (what: string): Verdict => ({ action: 'unchanged', what, problem: null, password: null });
const refused = (what: string, zh: string, en: string): Verdict => ({ action: 'refused', what, problem: { zh, en }, password: null });

/** A place or an agency that a line names, or why none is meant. */
type Found<Row> = { readonly row: Row } | { readonly problem: Words };

/** Turns a first password into what is kept of it. */
export type Sealer = (password: string) => Promise<string>;

/** What the registers are kept in. */
export const REGISTERING = { accounts: AccountsStore, organisations: OrganisationsStore, reports: ReportsStore };

/**
 * Writes entries into the registers one after the other, so that a line may name what a line before it added. What stands already stays as it
 * is: an entry that says otherwise is refused, because organisations change by acts with a date, not by a file.
 */
export class RegisterWriter {
  constructor(
    private readonly stores: StoresOf<typeof REGISTERING>,
    private readonly seal: Sealer,
  ) {}

  async region(entry: RegionEntry): Promise<Verdict> {
    const { organisations } = this.stores;
    const parent = entry.parent === null ? null : await this.regionNamed(entry.parent);
    if (parent !== null && 'problem' in parent) return refused(entry.name, parent.problem.zh, parent.problem.en);
    const parentId = parent === null ? null : parent.row.id;
    const known = (await organisations.regionsCalled(entry.code ?? entry.name)).filter(
      (row) => (entry.code !== null && row.code === entry.code) || (row.name === entry.name && row.parentId === parentId),
    );
    const [same] = known;
    if (same !== undefined) {
      const agrees = same.name === entry.name && same.level === entry.level && same.parentId === parentId && same.code === entry.code;
      return agrees
        ? unchanged(entry.name)
        : refused(entry.name, '已有该地区，级别、代码或者上级与文件不同', 'the region exists with another level, code or parent');
    }
    const { name, level, code, validFrom } = entry;
    await organisations.addRegion({ parentId, code, name, ...spell(name), level, validFrom });
    return added(name);
  }

  async agency(entry: AgencyEntry): Promise<Verdict> {
    const { organisations } = this.stores;
    const region = await this.regionNamed(entry.region);
    if ('problem' in region) return refused(entry.name, region.problem.zh, region.problem.en);
    if (entry.validTo !== null && entry.validTo <= entry.validFrom)
      return refused(entry.name, '撤销日期不晚于设立日期', 'it ends before it begins');
    const namesakes = await organisations.agenciesNamed(entry.name);
    const same = namesakes.find((row) => row.regionId === region.row.id && row.name === entry.name);
    if (same !== undefined && same.kind !== entry.kind)
      return refused(entry.name, `已有该单位，类型为 ${same.kind}`, `the agency exists as ${same.kind}`);
    const { name, kind, system, validFrom, validTo } = entry;
    if (same !== undefined && same.system !== null && system !== null && same.system !== system)
      return refused(entry.name, `已有该单位，系统为${same.system}`, `the agency belongs to the system ${same.system}`);
    const id =
      same?.id ?? (await organisations.addAgency({ regionId: region.row.id, kind, name, ...spell(name), system, validFrom, validTo }));
    const classified = same !== undefined && same.system === null && system !== null;
    if (classified) await organisations.classify(id, system);
    const fresh = await this.newAliases(id, entry.aliases);
    for (const alias of fresh) await organisations.addAlias(id, alias, spell(alias));
    return same === undefined || classified || fresh.length > 0 ? added(name) : unchanged(name);
  }

  async obligation(entry: RosterEntry): Promise<Verdict> {
    const what = `${entry.agency} ${entry.year}`;
    const agency = await this.agencyNamed(entry.agency, entry.region);
    if ('problem' in agency) return refused(what, agency.problem.zh, agency.problem.en);
    const { id, kind, regionId } = agency.row;
    const [region] = await this.stores.organisations.regions([regionId]);
    const statutory = region === undefined || entry.year < 2019 ? null : dueOn(kind, region.level as RegionLevel, entry.year);
    const due = entry.dueOn ?? statutory;
    if (due === null)
      return refused(what, '2019 年度以前没有统一的法定日期，请填写截止日期', 'no statutory date is known before 2019: give one');
    if (statutory !== null && due > statutory)
      return refused(what, `截止日期晚于法定日期 ${statutory}`, `the date is later than the statutory ${statutory}`);
    const standing = await this.stores.reports.dueOf(id, entry.year);
    if (standing !== null) {
      const agrees = standing.dueOn === due && standing.obliged === entry.obliged;
      return agrees ? unchanged(what) : refused(what, `已有该任务，截止 ${standing.dueOn}`, `it stands already, due on ${standing.dueOn}`);
    }
    const written = await this.stores.reports.oblige({
      agencyId: id,
      year: entry.year,
      dueOn: due,
      obliged: entry.obliged,
      origin: 'roster',
    });
    return written ? added(what) : refused(what, `${entry.year} 年末没有这个单位`, `there was no such agency at the end of ${entry.year}`);
  }

  async account(entry: AccountEntry): Promise<Verdict> {
    const { accounts } = this.stores;
    const held = await this.holdings(entry);
    if ('problem' in held) return refused(entry.login, held.problem.zh, held.problem.en);
    const standing = await accounts.byLogin(entry.login);
    if (standing !== null) {
      const agrees = standing.role === entry.role && standing.agencyId === held.agencyId && standing.regionId === held.regionId;
      return agrees ? unchanged(entry.login) : refused(entry.login, '登录名已被使用', 'the login name is taken');
    }
    const password = randomBytes(9).toString('base64url');
    const { login, name, role } = entry;
    await accounts.addAccount({ login, name, role, agencyId: held.agencyId, regionId: held.regionId }, await this.seal(password));
    return added(login, password);
  }

  private async holdings(
    entry: AccountEntry,
  ): Promise<{ readonly agencyId: string | null; readonly regionId: string | null } | { readonly problem: Words }> {
    const needsAgency = entry.role === 'agency';
    const needsRegion = entry.role === 'supervisor' || entry.role === 'analyst';
    const wrong = needsAgency ? entry.agency === null : entry.agency !== null || needsRegion !== (entry.region !== null);
    if (wrong) return { problem: { zh: '角色与单位、地区不相配', en: 'agency and region do not go with the role' } };
    if (needsAgency) {
      const agency = await this.agencyNamed(entry.agency ?? '', entry.region);
      return 'problem' in agency ? agency : { agencyId: agency.row.id, regionId: null };
    }
    if (!needsRegion) return { agencyId: null, regionId: null };
    const region = await this.regionNamed(entry.region ?? '');
    return 'problem' in region ? region : { agencyId: null, regionId: region.row.id };
  }

  private async regionNamed(name: string): Promise<Found<{ readonly id: string }>> {
    const [row, ...others] = await this.stores.organisations.regionsCalled(name);
    if (row === undefined) return { problem: { zh: `没有地区“${name}”`, en: `there is no region “${name}”` } };
    return others.length === 0
      ? { row }
      : { problem: { zh: `有多个地区叫“${name}”，请写代码`, en: `several regions are called “${name}”: give the code` } };
  }

  private async agencyNamed(
    name: string,
    region: string | null,
  ): Promise<Found<{ readonly id: string; readonly kind: AgencyEntry['kind']; readonly regionId: string }>> {
    const inRegion = region === null ? null : await this.regionNamed(region);
    if (inRegion !== null && 'problem' in inRegion) return inRegion;
    const found = await this.stores.organisations.agenciesNamed(name);
    const [row, ...others] = found.filter(({ regionId }) => inRegion === null || regionId === inRegion.row.id);
    if (row === undefined) return { problem: { zh: `没有单位“${name}”`, en: `there is no agency “${name}”` } };
    return others.length === 0
      ? { row }
      : { problem: { zh: `有多个单位叫“${name}”，请写明地区`, en: `several agencies are called “${name}”: name the region` } };
  }

  private async newAliases(agencyId: string, aliases: readonly string[]): Promise<readonly string[]> {
    const known = await this.stores.organisations.aliasesOf(agencyId);
    return [...new Set(aliases)].filter((alias) => !known.includes(alias));
  }
}
