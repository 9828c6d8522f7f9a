import type { Page } from 'playwright-core';

/** Milliseconds from each key to the frame that shows what it did. */
export interface TypingTimes {
  /** A digit into a cell. */
  readonly digits: readonly number[];
  /** The key that leaves a cell: its figure and its totals are taken over. */
  readonly leaving: readonly number[];
  /** A digit into an input with nothing behind it, on the same page. */
  readonly bare: readonly number[];
}

/** What `watchKeys` puts into a page: resolves with the time of the key that is pressed next. */
interface KeyWatch {
  next: Promise<number>;
}

const BARE = 'bare-input';

/** Types digits into the cells from the one with the focus on, as many as asked, and leaves each by Tab; then as many digits into a bare input. */
export async function measureTyping(page: Page, cells: number): Promise<TypingTimes> {
  await page.evaluate(watchKeys, BARE);
  const [digits, leaving, bare]: [number[], number[], number[]] = [[], [], []];
  for (let at = 0; at < cells; at += 1) {
    for (const digit of [`${1 + (at % 9)}`, `${at % 10}`]) digits.push(await timeOf(page, digit));
    leaving.push(await timeOf(page, 'Tab'));
  }
  await page.locator(`#${BARE}`).focus();
  for (let at = 0; at < 2 * cells; at += 1) bare.push(await timeOf(page, `${at % 10}`));
  return { digits, leaving, bare };
}

async function timeOf(page: Page, key: string): Promise<number> {
  await page.evaluate(() => (window as unknown as { arm: () => void }).arm());
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as KeyWatch).next);
}

/** Runs in the page: from the time stamp of a key, by way of the change of what its cell shows, to the end of the frame that painted it. */
function watchKeys(bareId: string): void {
  const bare = document.createElement('input');
  bare.id = bareId;
  bare.setAttribute('aria-label', bareId);
  document.body.append(bare);
  const shownIn = (place: Element): string => {
    const editor = place.matches('input') ? place : place.querySelector('input, textarea');
    return editor ? `edited ${(editor as HTMLInputElement).value}` : `shown ${place.textContent}`;
  };
  const arm = (): void => {
    const watch = window as unknown as KeyWatch;
    watch.next = new Promise((told) => {
      const onKey = ({ timeStamp }: KeyboardEvent): void => {
        const place = document.activeElement?.closest('[data-cell]') ?? document.activeElement;
        if (!place) return;
        const before = shownIn(place);
        const channel = new MessageChannel();
        channel.port1.onmessage = () => told(performance.now() - timeStamp);
        const look = (): void => {
          if (shownIn(place) === before) return;
          observer.disconnect();
          document.removeEventListener('input', look, true);
          // A message sent from within a frame is heard after it was painted.
          requestAnimationFrame(() => channel.port2.postMessage(null));
        };
        const observer = new MutationObserver(look);
        observer.observe(place, { childList: true, characterData: true, subtree: true });
        document.addEventListener('input', look, true);
      };
      document.addEventListener('keydown', onKey, { capture: true, once: true });
    });
  };
  Object.assign(window, { arm });
}

/** The smallest of some numbers that so large a share of them does not exceed. */
export function shareBelow(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}
