export { LARGEST_FILE } from '../largest-file';
export { FairQueue } from './fair-queue';
export { openReader, type Reader, type ReaderLimits, type Turn } from './open-reader';
export { officeConverter, type Convert, type ConverterOptions } from './office-converter';
