import { readFileSync } from 'node:fs';
import path from 'node:path';
import { WORKSPACE } from './fresh-database';

/** Where a thing stands, seen from the county of the callers: their own agency, its neighbour in the county, a township below, another county, the city above. */
export const SEATS = ['own', 'neighbour', 'below', 'beside', 'above'] as const;
export type Seat = (typeof SEATS)[number];

/** Who asks: all of them belong to the county, or to nowhere. */
export type Who = 'nobody' | 'public' | 'agency' | 'analyst' | 'supervisor' | 'administrator';

/** One agency of a place, and what there is to ask about it. */
export interface Site {
  readonly region: string;
  readonly agency: string;
  readonly name: string;
  readonly account: string;
  readonly report: string;
  /** Editions of 2021, 2022 and 2023. */
  readonly accepted: string;
  readonly published: string;
  readonly submitted: string;
  /** A token of the agency's, a rule of the region's, an import for the region. */
  readonly token: string;
  readonly rule: string;
  readonly importJob: string;
  /** Of a return. */
  readonly comment: string;
  /** Numbers of receipts: of the published edition, and of what was refused. */
  readonly receipt: string;
  readonly refusedReceipt: string;
}

export interface Law {
  /** A root field with its arguments and selection. */
  readonly ask: (site: Site) => string;
  readonly may: Readonly<Partial<Record<Who, readonly Seat[]>>>;
  /** It may stand once in a request. */
  readonly once?: true;
  /** Sends this file as the variable $file. */
  readonly file?: { readonly name: string; readonly text: string };
  /** The scopes of tokens with which a program may do it for its account. Whatever can be read, every program may read. */
  readonly programs?: readonly string[];
}

const ALL = SEATS;
const COUNTY: readonly Seat[] = ['own', 'neighbour', 'below'];
const everybody = { public: ALL, agency: ALL, analyst: ALL, supervisor: ALL, administrator: ALL };
const whoLoggedIn = { agency: ALL, analyst: ALL, supervisor: ALL, administrator: ALL };
const theAgency = { agency: ['own'] } as const;
const theAgencyOrAdministrators = { agency: ['own'], administrator: ALL } as const;
const itsSupervisors = { supervisor: COUNTY } as const;
const itsSupervisorsOrAdministrators = { supervisor: COUNTY, administrator: ALL } as const;
const administrators = { administrator: ALL } as const;

const DONE = '{ __typename ... on Refusal { code } }';
const NARRATIVE = 'narrative: [{ section: s1, text: "x" }]';
/** For the two laws that need a file to get as far as the question who asks. */
const NO_REGISTER = { name: 'regions.csv', text: 'no such column\n1\n' };
const REPORT = { name: '2023.txt', text: readFileSync(path.join(WORKSPACE, 'test/reports/accepted/one-cell-a-line.txt'), 'utf8') };
const PROGRAM_FILES = ['file'] as const;
const PROGRAM_IMPORTS = ['import'] as const;

/** What can be seen. The name is the root field, with what is asked about where it matters. */
export const SEEING: Readonly<Record<string, Law>> = {
  platform: { ask: () => 'platform { demo }', may: everybody },
  indicators: { ask: () => 'indicators { code }', may: everybody },
  rootRegions: { ask: () => 'rootRegions { id }', may: everybody },
  region: { ask: ({ region }) => `region(id: "${region}") { id }`, may: everybody },
  agency: { ask: ({ agency }) => `agency(id: "${agency}") { id }`, may: everybody },
  findPlaces: { ask: ({ name }) => `findPlaces(text: "${name}") { items { __typename } }`, may: everybody },
  reorganisations: { ask: ({ agency }) => `reorganisations(agencyId: "${agency}") { items { id } }`, may: everybody },
  localRules: { ask: ({ region }) => `localRules(regionId: "${region}") { id }`, may: everybody },
  report: { ask: ({ report }) => `report(id: "${report}") { id }`, may: everybody },
  reports: { ask: ({ agency }) => `reports(filter: { agencyId: "${agency}" }) { items { id } }`, may: everybody },
  reportStates: { ask: ({ agency }) => `reportStates(filter: { agencyId: "${agency}" }) { state }`, may: everybody },
  'edition, published': { ask: ({ published }) => `edition(id: "${published}") { id }`, may: everybody },
  'edition, accepted': {
    ask: ({ accepted }) => `edition(id: "${accepted}") { id }`,
    may: { agency: ['own'], analyst: COUNTY, supervisor: COUNTY, administrator: ALL },
  },
  'edition, submitted': {
    ask: ({ submitted }) => `edition(id: "${submitted}") { id }`,
    may: { agency: ['own'], supervisor: COUNTY, administrator: ALL },
  },
  'editionDiff, published': {
    ask: ({ published }) => `editionDiff(before: "${published}", after: "${published}") { __typename ... on Refusal { code } }`,
    may: everybody,
  },
  'editionDiff, submitted': {
    ask: ({ submitted }) => `editionDiff(before: "${submitted}", after: "${submitted}") { __typename ... on Refusal { code } }`,
    may: { agency: ['own'], supervisor: COUNTY, administrator: ALL },
  },
  'indicatorSeries, published': { ask: ({ agency }) => series(agency, 'published'), may: everybody },
  'indicatorSeries, accepted': {
    ask: ({ agency }) => series(agency, 'accepted'),
    may: { agency: ['own'], analyst: COUNTY, supervisor: COUNTY, administrator: ALL },
  },
  'pointAgencies, published': { ask: ({ agency }) => behind(agency, 'published'), may: everybody },
  'pointAgencies, accepted': {
    ask: ({ agency }) => behind(agency, 'accepted'),
    may: { agency: ['own'], analyst: COUNTY, supervisor: COUNTY, administrator: ALL },
  },
  'explainPoint, published': { ask: ({ agency }) => explained(agency, 'published'), may: everybody },
  'explainPoint, accepted': {
    ask: ({ agency }) => explained(agency, 'accepted'),
    may: { agency: ['own'], analyst: COUNTY, supervisor: COUNTY, administrator: ALL },
  },
  'combinedReportDifference, published': { ask: ({ region }) => combined(region, 'published'), may: everybody },
  'combinedReportDifference, accepted': {
    ask: ({ region }) => combined(region, 'accepted'),
    may: { analyst: COUNTY, supervisor: COUNTY, administrator: ALL },
  },
  'cellSums, published': { ask: ({ region }) => cells(region, 'published'), may: everybody },
  'cellSums, accepted': {
    ask: ({ region }) => cells(region, 'accepted'),
    may: { analyst: COUNTY, supervisor: COUNTY, administrator: ALL },
  },
  audit: {
    ask: ({ submitted }) => `audit(filter: { subject: "editions:${submitted}" }) { items { id } }`,
    may: theAgencyOrAdministrators,
  },
  me: { ask: () => 'me { id }', may: whoLoggedIn },
  tokens: { ask: () => 'tokens { id }', may: whoLoggedIn },
  accounts: { ask: () => 'accounts { items { id } }', may: administrators },
  notices: { ask: () => 'notices { items { id } }', may: { agency: ALL, supervisor: ALL } },
  'arrival, published': { ask: ({ receipt }) => `arrival(number: "${receipt}") { number }`, may: everybody },
  'arrival, refused': { ask: ({ refusedReceipt }) => `arrival(number: "${refusedReceipt}") { number }`, may: theAgency },
  draft: { ask: ({ agency }) => `draft(agencyId: "${agency}", year: 2024) { id }`, may: theAgency },
  importJob: { ask: ({ importJob }) => `importJob(id: "${importJob}") { id }`, may: itsSupervisorsOrAdministrators },
  importJobs: { ask: () => 'importJobs { items { id } }', may: { supervisor: ALL, administrator: ALL } },
};

/** What can be done, in an order in which each finds what it needs. A refusal for what is asked, not for who asks, counts as allowed. */
export const DOING: Readonly<Record<string, Law>> = {
  logIn: { ask: () => `logIn(login: "nobody", password: "x") ${DONE}`, may: everybody, once: true },
  markNoticesRead: { ask: () => `markNoticesRead(ids: []) ${DONE}`, may: whoLoggedIn },
  changePassword: { ask: () => `changePassword(oldPassword: "x", newPassword: "x") ${DONE}`, may: whoLoggedIn, once: true },
  'createToken, for oneself': { ask: () => `createToken(name: "x", scope: read, days: 1) ${DONE}`, may: whoLoggedIn },
  'createToken, for another': {
    ask: ({ account }) => `createToken(name: "x", scope: read, days: 1, accountId: "${account}") ${DONE}`,
    may: theAgencyOrAdministrators,
  },
  revokeToken: { ask: ({ token }) => `revokeToken(id: "${token}") ${DONE}`, may: theAgencyOrAdministrators },
  saveRegisters: { ask: () => `saveRegisters(input: {}) ${DONE}`, may: administrators },
  importRegister: { ask: () => `importRegister(register: regions, file: $file) ${DONE}`, may: administrators, file: NO_REGISTER },
  reorganise: {
    ask: ({ agency }) => `reorganise(input: { kind: abolish, on: "1999-01-01", basis: "x", agencies: ["${agency}"] }) ${DONE}`,
    may: administrators,
  },
  disableAccount: { ask: ({ account }) => `disableAccount(id: "${account}", disabled: false) ${DONE}`, may: administrators },
  stateApplicability: {
    ask: ({ agency }) => `stateApplicability(agencyId: "${agency}", row: "regulations", applies: true, fromYear: 2023, basis: "x") ${DONE}`,
    may: itsSupervisorsOrAdministrators,
  },
  saveLocalRule: { ask: ({ region }) => `saveLocalRule(input: ${ruleOf(region)}) ${DONE}`, may: itsSupervisors },
  retireLocalRule: { ask: ({ rule }) => `retireLocalRule(id: "${rule}", reason: "请核对第三部分的数据") ${DONE}`, may: itsSupervisors },
  validateReport: {
    once: true,
    ask: ({ agency }) => `validateReport(input: { agencyId: "${agency}", year: 2023 }) ${DONE}`,
    may: everybody,
    programs: ['read', 'file', 'import'],
  },
  saveDraft: {
    ask: ({ agency }) => `saveDraft(input: { agencyId: "${agency}", year: 2023, version: 9, content: {} }) ${DONE}`,
    may: theAgency,
    programs: PROGRAM_FILES,
  },
  readIntoDraft: {
    once: true,
    ask: ({ agency }) => `readIntoDraft(input: { agencyId: "${agency}", year: 2023, version: 9, file: $file }) ${DONE}`,
    may: theAgency,
    programs: PROGRAM_FILES,
    file: REPORT,
  },
  restoreDraft: {
    ask: ({ agency }) => `restoreDraft(agencyId: "${agency}", year: 2024, version: 9, thrownId: "1") ${DONE}`,
    may: theAgency,
    programs: PROGRAM_FILES,
  },
  submitDraft: {
    ask: ({ agency }) => `submitDraft(agencyId: "${agency}", year: 2023, version: 9) ${DONE}`,
    may: theAgency,
    programs: PROGRAM_FILES,
  },
  discardDraft: {
    ask: ({ agency }) => `discardDraft(agencyId: "${agency}", year: 2024, version: 9) ${DONE}`,
    may: theAgency,
    programs: PROGRAM_FILES,
  },
  submitReport: {
    ask: ({ agency }) => `submitReport(input: { report: { agencyId: "${agency}", year: 2024 } }) ${DONE}`,
    may: theAgency,
    programs: PROGRAM_FILES,
  },
  fileNil: {
    ask: ({ agency }) => `fileNil(input: { agencyId: "${agency}", year: 2024, statement: "本年度没有应统计事项。", ${NARRATIVE} }) ${DONE}`,
    may: theAgency,
    programs: PROGRAM_FILES,
  },
  answerComment: {
    ask: ({ comment }) => `answerComment(commentId: "${comment}", text: "x") ${DONE}`,
    may: theAgency,
    programs: PROGRAM_FILES,
  },
  withdrawReport: {
    ask: ({ accepted }) => `withdrawReport(editionId: "${accepted}", reason: "请核对第三部分的数据") ${DONE}`,
    may: theAgency,
    programs: PROGRAM_FILES,
  },
  importPublishedReport: {
    ask: ({ agency }) =>
      `importPublishedReport(input: { agencyId: "${agency}", year: 2023, file: $file, source: { citation: "x" } }) ${DONE}`,
    may: itsSupervisorsOrAdministrators,
    programs: PROGRAM_IMPORTS,
    file: REPORT,
  },
  startImport: {
    ask: ({ region }) => `startImport(input: { files: [], regionId: "${region}", source: { citation: "x" } }) ${DONE}`,
    may: itsSupervisorsOrAdministrators,
    programs: PROGRAM_IMPORTS,
  },
  resolveImport: {
    ask: ({ importJob, agency }) => `resolveImport(jobId: "${importJob}", file: 1, agencyId: "${agency}") ${DONE}`,
    may: itsSupervisorsOrAdministrators,
    programs: PROGRAM_IMPORTS,
  },
  acceptReports: { ask: ({ submitted }) => `acceptReports(editionIds: ["${submitted}"]) ${bulk()}`, may: itsSupervisors },
  publishReports: { ask: ({ submitted }) => `publishReports(editionIds: ["${submitted}"]) ${bulk()}`, may: itsSupervisors },
  acceptReport: { ask: ({ accepted }) => `acceptReport(editionId: "${accepted}") ${DONE}`, may: itsSupervisors },
  returnReport: {
    ask: ({ published }) => `returnReport(editionId: "${published}", reason: "请核对第三部分的数据") ${DONE}`,
    may: itsSupervisors,
  },
  publishReport: { ask: ({ published }) => `publishReport(editionId: "${published}") ${DONE}`, may: itsSupervisors },
  logOut: { ask: () => 'logOut', may: everybody },
};

function series(agency: string, state: string): string {
  return `indicatorSeries(indicators: ["new_received"], scope: { agencyId: "${agency}" }, years: { from: 2021, to: 2022 }, state: ${state}) ${DONE}`;
}

function behind(agency: string, state: string): string {
  return `pointAgencies(indicator: "new_received", scope: { agencyId: "${agency}" }, year: 2021, part: counted, state: ${state}) ${DONE}`;
}

function explained(agency: string, state: string): string {
  return `explainPoint(indicator: "new_received", scope: { agencyId: "${agency}" }, year: 2021, state: ${state}) ${DONE}`;
}

function combined(region: string, state: string): string {
  return `combinedReportDifference(regionId: "${region}", year: 2022, state: ${state}) ${DONE}`;
}

function cells(region: string, state: string): string {
  return `cellSums(regionId: "${region}", year: 2022, state: ${state}) ${DONE}`;
}

function ruleOf(region: string): string {
  const words = '{ zh: "x", en: "x" }';
  return `{ regionId: "${region}", form: gb2021_30, grid: "requests", each: column, relation: at_least, left: ["new_received"], right: ["total_processed"], missing: zero, says: ${words}, basis: "x", remedy: ${words} }`;
}

function bulk(): string {
  return '{ __typename ... on Refusal { code } ... on BulkOutcome { items { result { __typename ... on Refusal { code } } } } }';
}
