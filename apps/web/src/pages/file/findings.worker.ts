import { checkTyped, type TypedReportToCheck } from './check-typed';

/** One question, one answer, in order. */
self.addEventListener('message', ({ data }: MessageEvent<TypedReportToCheck>) => self.postMessage(checkTyped(data)));
