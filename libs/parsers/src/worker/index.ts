export { LARGEST_FILE } from '../largest-file';
export { FairQueue, type Turn } from './fair-queue';
export { openReader, type Reader, type ReaderLimits } from './open-reader';
export { officeConverter, type Convert, type ConverterOptions } from './office-converter';
