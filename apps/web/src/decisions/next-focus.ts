const GROUP = 'data-moves';
/** After the dialog has gone and given back the focus. */
const AFTER_DIALOG = 50;
/** After what was asked for again is drawn. */
const AFTER_DRAWING = 150;

/** The attribute that marks the decisions about an edition. */
export function movesOf(editionId: string): Readonly<Record<string, string>> {
  return { [GROUP]: editionId };
}

/** Speaks where the decisions about the edition have left the page once it is drawn anew. */
export function ifGone(editionId: string, speak: () => void): void {
  setTimeout(() => {
    if (groups().every((group) => group.getAttribute(GROUP) !== editionId)) speak();
  }, AFTER_DRAWING);
}

/** Remembers what follows an edition on the page; once its dialog has gone, focuses its next decision, or the next edition's, or the page. */
export function nextFocus(editionId: string): () => void {
  const ids = groups().map((group) => group.getAttribute(GROUP));
  const own = Math.max(ids.indexOf(editionId), 0);
  const order = [...ids.slice(own), ...ids.slice(0, own).reverse()];
  return () => {
    setTimeout(() => {
      const left = new Map(groups().map((group) => [group.getAttribute(GROUP), group]));
      const buttons = order.map((id) => left.get(id)?.querySelector('button'));
      const next = buttons.find((button) => button != null) ?? document.getElementById('content');
      next?.focus();
    }, AFTER_DIALOG);
  };
}

function groups(): readonly Element[] {
  return [...document.querySelectorAll(`[${GROUP}]`)];
}
