import type { TreeNode } from '@gongkai/ui';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What lies directly below a region. */
export interface Branch {
  readonly children: readonly Named[];
  readonly agencies: readonly Named[];
}

/** Regions as nodes of the tree: own agencies first, then the regions below; what was not asked for yet stays unknown. */
export function nodesOf(regions: readonly Named[], branches: ReadonlyMap<string, Branch>): readonly TreeNode[] {
  return regions.map(({ id, name }) => {
    const branch = branches.get(id);
    const children = branch && [
      ...branch.agencies.map((agency): TreeNode => ({ id: agency.id, name: agency.name, kind: 'agency', children: null })),
      ...nodesOf(branch.children, branches),
    ];
    return { id, name, kind: 'region', children };
  });
}
