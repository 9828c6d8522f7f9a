import { Injectable } from '@nestjs/common';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { isId } from '../requests/is-id';
import { EditionsStore } from './editions.store';

export interface OriginalFile {
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** What belongs to an edition beside its figures. */
@Injectable()
export class EditionsService {
  constructor(private readonly database: Database) {}

  /** The file an edition came in, byte for byte; null where there is none or the caller may not see it. */
  async originalFile(caller: Caller, editionId: string): Promise<OriginalFile | null> {
    if (!isId(editionId)) return null;
    return this.database.read(caller, { editions: EditionsStore }, async ({ editions }) => {
      const [edition] = await editions.editions([editionId]);
      if (edition === undefined || edition.documentSha256 === null || edition.documentName === null) return null;
      const document = await editions.document(edition.documentSha256);
      return document === null ? null : { ...document, name: edition.documentName, sha256: edition.documentSha256 };
    });
  }
}
