import { Injectable } from '@nestjs/common';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { isId } from '../requests/is-id';
import type { EditionRow } from './editions.store';

export interface DocumentRow {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  /** Path under which the file itself is given. */
  readonly path: string;
}

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

  /** The file as sent; null for a typed report. */
  async documentOf(caller: Caller, edition: EditionRow): Promise<DocumentRow | null> {
    const { documentSha256, documentName } = edition;
    if (documentSha256 === null || documentName === null) return null;
    const [document] = await this.database.read(caller, ({ editions }) => editions.documents([documentSha256]));
    return document === undefined ? null : { ...document, name: documentName, path: `/documents/${edition.id}` };
  }

  /** The file an edition came in, byte for byte; null where there is none or the caller may not see it. */
  async originalFile(caller: Caller, editionId: string): Promise<OriginalFile | null> {
    if (!isId(editionId)) return null;
    return this.database.read(caller, async ({ editions }) => {
      const [edition] = await editions.editions([editionId]);
      if (edition === undefined || edition.documentSha256 === null || edition.documentName === null) return null;
      const document = await editions.document(edition.documentSha256);
      return document === null ? null : { ...document, name: edition.documentName, sha256: edition.documentSha256 };
    });
  }
}
