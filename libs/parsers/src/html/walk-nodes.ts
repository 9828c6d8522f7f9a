import { nameOf, type HtmlNode } from './html-nodes';

/** What is done at each node on a walk through a parsed page. */
export interface Visitor {
  /** False where the content of the element is not to be visited. */
  enter(node: HtmlNode): boolean;
  write(text: string): void;
  leave(node: HtmlNode): void;
}

/** In document order, without recursion: a page may be nested ten thousand levels deep. */
export function walkNodes(root: HtmlNode, visitor: Visitor): void {
  const open: { readonly node: HtmlNode; next: number }[] = [{ node: root, next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.node.children?.[top.next];
    top.next += 1;
    if (!child) {
      visitor.leave(top.node);
      open.pop();
    } else if (nameOf(child) === '') {
      visitor.write(child.type === 'text' ? (child.data ?? '') : '');
    } else if (visitor.enter(child)) {
      open.push({ node: child, next: 0 });
    }
  }
}
