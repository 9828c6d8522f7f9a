export { openReader, type Reader, type ReaderLimits } from './open-reader';
