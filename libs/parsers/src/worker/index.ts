export { parseInWorker, type ParseLimits } from './parse-in-worker';
