import { RegionTree, treeKey, type TreeNode } from '@gongkai/ui';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type JSX } from 'react';
import { Link } from 'react-router';
import { ask } from '../ask/ask';
import { RegionBranchDocument, RootRegionsDocument } from '../generated/graphql';
import { FaultNote } from '../feedback/FaultNote';
import { Waiting } from '../feedback/Waiting';
import { useWords } from '../words/use-words';
import { nodesOf, type Branch } from './tree-nodes';

interface Props {
  /** Key of the place being read. */
  readonly current: string | null;
  /** Ids of the regions on the way to it, open without being asked. */
  readonly path: readonly string[];
  readonly linkTo: (node: TreeNode) => string;
}

/** All regions and agencies, opened one by one; the way to the current place stands open. */
export function PlaceTree({ current, path, linkTo }: Props): JSX.Element {
  const { t } = useWords();
  const roots = useQuery({ queryKey: ['roots'], queryFn: () => ask(RootRegionsDocument, {}), staleTime: 300_000 });
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const open = useMemo(() => openKeys(path, toggled), [path, toggled]);
  const branches = useBranches(open);
  const words = {
    label: t('places.tree'),
    open: (name: string) => t('places.open', { name }),
    close: (name: string) => t('places.close', { name }),
    loading: branches.failed ? t('places.failed') : t('fault.waiting'),
  };
  if (roots.isError) return <FaultNote error={roots.error} onRetry={() => void roots.refetch()} />;
  if (roots.isPending) return <Waiting lines={6} />;
  return (
    <>
      {branches.failed && <FaultNote error={branches.failed.error} onRetry={branches.failed.retry} />}
      <RegionTree
        nodes={nodesOf(roots.data.rootRegions, branches.read)}
        open={open}
        current={current}
        words={words}
        onToggle={(node) => setToggled(new Map(toggled).set(treeKey(node), !open.has(treeKey(node))))}
        renderLink={(node, isCurrent) => (
          <Link to={linkTo(node)} aria-current={isCurrent ? 'page' : undefined}>
            {node.name}
          </Link>
        )}
      />
    </>
  );
}

function openKeys(path: readonly string[], toggled: ReadonlyMap<string, boolean>): ReadonlySet<string> {
  const keys = new Set(path.map((id) => treeKey({ kind: 'region', id })));
  for (const [key, open] of toggled) {
    if (open) keys.add(key);
    else keys.delete(key);
  }
  return keys;
}

interface Branches {
  readonly read: ReadonlyMap<string, Branch>;
  /** Of those that could not be read; null where all could. */
  readonly failed: { readonly error: unknown; readonly retry: () => void } | null;
}

function useBranches(open: ReadonlySet<string>): Branches {
  const ids = [...open].map((key) => key.slice('region:'.length));
  const asked = useQueries({
    queries: ids.map((id) => ({ queryKey: ['branch', id], queryFn: () => ask(RegionBranchDocument, { id }), staleTime: 300_000 })),
  });
  const failed = asked.filter(({ isError }) => isError);
  const read = asked.flatMap(({ data }, at) => {
    const id = ids[at];
    return data?.region && id !== undefined ? [[id, data.region] as const] : [];
  });
  const [first] = failed;
  return {
    read: new Map(read),
    failed: first ? { error: first.error, retry: () => failed.forEach(({ refetch }) => void refetch()) } : null,
  };
}
