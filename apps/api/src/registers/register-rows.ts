import type { AccountRole, AgencyKind, RegionLevel, Words } from '@gongkai/model';

/** The registers an installation is set up from, in the order in which they build on each other. */
export type Register = 'regions' | 'agencies' | 'roster' | 'accounts';

/** Since when a region or an agency exists where nobody says: the day the state was founded. */
export const SINCE_EVER = '1949-10-01';

export interface RegionEntry {
  readonly name: string;
  readonly level: RegionLevel;
  /** 行政区划代码 of GB/T 2260. */
  readonly code: string | null;
  /** Code or name; null for the root. */
  readonly parent: string | null;
  readonly validFrom: string;
}

export interface AgencyEntry {
  readonly name: string;
  readonly kind: AgencyKind;
  /** Code or name. */
  readonly region: string;
  readonly aliases: readonly string[];
  /** 系统, e.g. 教育. */
  readonly system: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Who owes a report for a year. */
export interface RosterEntry {
  readonly agency: string;
  /** Code or name; needed only where two agencies share a name. */
  readonly region: string | null;
  readonly year: number;
  /** Null for the statutory date. */
  readonly dueOn: string | null;
  readonly obliged: boolean;
}

export interface AccountEntry {
  readonly login: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly agency: string | null;
  readonly region: string | null;
}

export interface Entries {
  readonly regions: readonly RegionEntry[];
  readonly agencies: readonly AgencyEntry[];
  readonly roster: readonly RosterEntry[];
  readonly accounts: readonly AccountEntry[];
}

/** What became, or would become, of one line. */
export interface LineOutcome {
  readonly register: Register;
  /** Counted from 1 without the header; the place in the list for entries that came by GraphQL. */
  readonly line: number;
  readonly action: 'added' | 'unchanged' | 'refused';
  readonly what: string;
  readonly problem: Words | null;
  /** The first password of a new account, said once; null in a dry run and for everything else. */
  readonly password: string | null;
}

/** A column of a register as it stands in its CSV file. */
export interface RegisterColumn {
  readonly code: string;
  readonly title: string;
  readonly required: boolean;
  readonly example: string;
  readonly note: string;
}

type ColumnWords = readonly [code: string, title: string, example: string, note?: string];

const column = ([code, title, example, note = '']: ColumnWords, required = true): RegisterColumn => ({
  code,
  title,
  required,
  example,
  note,
});
const needed = (...words: ColumnWords): RegisterColumn => column(words);
const optional = (...words: ColumnWords): RegisterColumn => column(words, false);

/** Columns of each register; a file may name them by title or by code, in any order. */
export const REGISTER_COLUMNS: Readonly<Record<Register, readonly RegisterColumn[]>> = {
  regions: [
    needed('name', '名称', '云川市'),
    needed(
      'level',
      '级别',
      'prefecture',
      'nation 国家级、province 省级、prefecture 地级、county 县级、township 乡级、functional_zone 功能区',
    ),
    optional('code', '行政区划代码', '990100', 'GB/T 2260，功能区没有'),
    optional('parent', '上级', '', '上级的名称或者代码，最上一级留空'),
    optional('valid_from', '设立日期', '2000-01-01', '留空为 1949-10-01'),
  ],
  agencies: [
    needed('name', '单位名称', '云川市教育局', '与印章一致的全称'),
    needed(
      'kind',
      '单位类型',
      'DEPARTMENT',
      'GOVERNMENT 本级政府、GOVERNMENT_OFFICE 办公厅（室）、DEPARTMENT 部门、TOWNSHIP 乡镇、SUBDISTRICT 街道、DISPATCHED_BODY 派出机关、AUTHORIZED_ORG 授权组织、PARTY_ORGAN_WITH_PLATE 加挂牌子的党委机关、VERTICAL_ORGAN 垂直管理部门、FUNCTIONAL_ZONE_COMMITTEE 功能区管委会、PUBLIC_INSTITUTION 公共企事业单位',
    ),
    needed('region', '所属地区', '云川市', '名称或者代码'),
    optional('aliases', '别名', '市教育局;云川教育局', '简称、曾用名，用分号隔开'),
    optional('valid_from', '设立日期', '2000-01-01', '留空为 1949-10-01'),
    optional('system', '系统', '教育', '条线，如教育、公安；用于跨地区汇总，填写后只能通过机构变更调整'),
    optional('valid_to', '撤销日期', '', '不再存在的第一天'),
  ],
  roster: [
    needed('agency', '单位名称', '云川市教育局'),
    optional('region', '所属地区', '', '有同名单位时填写'),
    needed('year', '报告年度', '2023'),
    optional('due_on', '截止日期', '', '留空为法定日期；不得晚于法定日期'),
    optional('obliged', '应当报送', '是', '是或者否，留空为是'),
  ],
  accounts: [
    needed('login', '登录名', 'yc-jyj'),
    needed('name', '姓名或者岗位', '教育局填报员'),
    needed('role', '角色', 'agency', 'agency 填报、supervisor 审核、analyst 分析、administrator 管理'),
    optional('agency', '单位名称', '云川市教育局', '角色为 agency 时填写'),
    optional('region', '所属地区', '', '角色为 supervisor、analyst 时填写；单位重名时也填写'),
  ],
};
