export { LARGEST_FILE } from '../largest-file';
export { openReader, type Reader, type ReaderLimits } from './open-reader';
export { officeConverter, type Convert, type ConverterOptions } from './office-converter';
