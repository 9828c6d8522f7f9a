export { decodeText } from './bytes/decode-text';
export { LARGEST_FILE } from './largest-file';
export { parseReport, type ParseInput, type ParseOutcome, type ReaderKnowledge, type ReportFile } from './parse-report';
export type { ParseRefusal, ParseRefusalCode } from './refusals';
export type { DocumentFormat } from './printed-document';
export { readDeclared, type ReadableText } from './narrative/read-declared';
export { ARCHIVE_LIMITS, openArchive, type ArchivedFile, type ArchiveLimits, type ArchiveOutcome } from './archive/open-archive';
export { noteIn } from './labels/figure-parts';
export { readAmount, type NotedAmount } from './sections/read-amount';
