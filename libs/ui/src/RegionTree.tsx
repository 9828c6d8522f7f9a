import { IconBuilding, IconChevronRight, IconMapPin } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';

/** A region or an agency in the tree. `children` is undefined while it is not known what lies below, null for what has nothing below. */
export interface TreeNode {
  readonly id: string;
  readonly kind: 'region' | 'agency';
  readonly name: string;
  readonly children?: readonly TreeNode[] | null | undefined;
}

export interface TreeWords {
  readonly label: string;
  readonly open: (name: string) => string;
  readonly close: (name: string) => string;
  readonly loading: string;
}

export interface RegionTreeProps {
  readonly nodes: readonly TreeNode[];
  /** Keys, see `treeKey`. */
  readonly open: ReadonlySet<string>;
  readonly current: string | null;
  readonly words: TreeWords;
  readonly onToggle: (node: TreeNode) => void;
  /** The link to a node; the page knows where it goes. */
  readonly renderLink: (node: TreeNode, current: boolean) => ReactNode;
}

/** Regions and agencies may have the same id; their keys differ. */
export function treeKey({ kind, id }: Pick<TreeNode, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** Regions with what lies below them, opened one by one: a nested list of links that works with keyboard and screen reader as any list does. */
export function RegionTree(props: RegionTreeProps): JSX.Element {
  return (
    <nav className="gk-tree" aria-label={props.words.label}>
      <Branch {...props} />
    </nav>
  );
}

function Branch({ nodes, ...rest }: RegionTreeProps): JSX.Element {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={treeKey(node)}>
          <TreeLine node={node} {...rest} />
          {rest.open.has(treeKey(node)) && node.children !== null && <Below node={node} {...rest} />}
        </li>
      ))}
    </ul>
  );
}

function Below({ node, ...rest }: { readonly node: TreeNode } & Omit<RegionTreeProps, 'nodes'>): JSX.Element {
  if (!node.children) return <p className="gk-tree-loading">{rest.words.loading}</p>;
  return <Branch nodes={node.children} {...rest} />;
}

function TreeLine({
  node,
  open,
  current,
  words,
  onToggle,
  renderLink,
}: { readonly node: TreeNode } & Omit<RegionTreeProps, 'nodes'>): JSX.Element {
  const isOpen = open.has(treeKey(node));
  const isCurrent = current === treeKey(node);
  const Icon = node.kind === 'region' ? IconMapPin : IconBuilding;
  return (
    <div className="gk-tree-line" data-current={isCurrent || undefined} data-kind={node.kind}>
      {node.children === null ? (
        <span className="gk-tree-gap" />
      ) : (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={isOpen ? words.close(node.name) : words.open(node.name)}
          onClick={() => onToggle(node)}
        >
          <IconChevronRight size={14} aria-hidden data-open={isOpen || undefined} />
        </button>
      )}
      <Icon size={14} aria-hidden className="gk-tree-icon" />
      {renderLink(node, isCurrent)}
    </div>
  );
}
