import { useEffect, type RefObject } from 'react';

/** Brings the lit place into the middle of what scrolls here, and nothing else of the page. */
export function useLitInView(scroll: RefObject<HTMLElement | null>, lit: string | null, zoom: number): void {
  useEffect(() => {
    const room = scroll.current;
    if (room === null || lit === null) return undefined;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const show = (): boolean => {
      const spot = room.querySelector(`[data-spot="${CSS.escape(lit)}"]`);
      if (spot === null) return false;
      const [own, around] = [spot.getBoundingClientRect(), room.getBoundingClientRect()];
      const left = own.left + own.width / 2 - around.left - around.width / 2;
      const top = own.top + own.height / 2 - around.top - around.height / 2;
      room.scrollBy({ left, top, behavior: calm ? 'auto' : 'smooth' });
      return true;
    };
    if (show()) return undefined;
    // What is lit may still have to be put up, a PDF after it was fetched.
    const watch = new MutationObserver(() => show() && watch.disconnect());
    watch.observe(room, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [scroll, lit, zoom]);
}
