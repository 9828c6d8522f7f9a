import { checkDesk, type DeskToCheck } from './check-desk';

/** One question, one answer, in order. */
self.addEventListener('message', ({ data }: MessageEvent<DeskToCheck>) => self.postMessage(checkDesk(data)));
