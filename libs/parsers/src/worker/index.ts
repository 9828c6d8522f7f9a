export { LARGEST_FILE } from '../largest-file';
export { openReader, type Reader, type ReaderLimits } from './open-reader';
