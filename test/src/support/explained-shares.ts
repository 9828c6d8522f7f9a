import type { PageSeen } from './demo-city-server';
import type { RunningServer } from './running-server';
import type { CoverageSeen } from './series';

interface ShareSeen {
  readonly value: string | null;
  readonly noShare: string | null;
}

export interface ContributionSeen {
  readonly agency?: { readonly name: string };
  readonly region?: { readonly name: string };
  readonly rank: number;
  readonly value: string | null;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly share: ShareSeen;
  readonly denominatorShare: ShareSeen | null;
  readonly cumulativeShare: ShareSeen;
  readonly without: {
    readonly value: string | null;
    readonly noValue: string | null;
    readonly numerator: string | null;
    readonly denominator: string | null;
    readonly small: boolean;
    readonly coverage: CoverageSeen;
  };
}

export type ContributorsSeen = PageSeen<ContributionSeen> & {
  readonly hidden: number;
  readonly dominance: {
    readonly largest: ContributionSeen;
    readonly share: ShareSeen;
    readonly dominates: boolean;
    readonly abovePercent: number;
    readonly concentration: string;
    readonly headline: { readonly zh: string; readonly en: string };
  } | null;
};

export interface ExplanationSeen {
  readonly code?: string;
  readonly point: {
    readonly value: string | null;
    readonly numerator: string | null;
    readonly denominator: string | null;
    readonly coverage: CoverageSeen;
  };
  readonly contributors: ContributorsSeen;
  readonly regions: ContributorsSeen | null;
}

const COVERAGE = 'coverage { expected reported late missing leftOut leftOutBlank leftOutForm }';
const SHARES = `rank value numerator denominator share { value noShare } denominatorShare { value noShare } cumulativeShare { value noShare }
  without { value noValue numerator denominator small ${COVERAGE} }`;
const NAMED = `... on AgencyContributor { agency { name } } ... on RegionContributor { region { name } }`;
const CONTRIBUTORS = `total hidden after dominance { largest { ${NAMED} ${SHARES} } share { value noShare } dominates abovePercent concentration
  headline { zh en } }`;
const EXPLAIN = `query ($indicator: String!, $scope: ScopeInput!, $year: Int!, $groupBy: GroupBy, $group: String, $filter: SeriesFilter, $view: StructureView,
    $first: Int, $after: String) {
  explainPoint(indicator: $indicator, scope: $scope, year: $year, groupBy: $groupBy, group: $group, filter: $filter, view: $view, first: $first, after: $after) {
    ... on Refusal { code } ... on PointExplanation { point { value numerator denominator ${COVERAGE} }
      contributors { ${CONTRIBUTORS} items { agency { name } ${SHARES} } }
      regions(first: $first, after: $after) { ${CONTRIBUTORS} items { region { name } ${SHARES} } } } } }`;

/** An explained point with what each contributor is to it, agencies and regions. */
export async function explainShares(server: RunningServer, asked: object): Promise<ExplanationSeen> {
  const answer = await server.ask<{ explainPoint: ExplanationSeen }>(EXPLAIN, { first: 200, ...asked });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.result.explainPoint;
}
