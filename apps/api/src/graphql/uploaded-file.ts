import type { IncomingFile } from '../receiving/receive-file';

/** A file of a request, as the variable it stands in has it. */
export class UploadedFile implements IncomingFile {
  constructor(
    readonly filename: string,
    readonly createReadStream: () => AsyncIterable<Buffer>,
  ) {}
}
