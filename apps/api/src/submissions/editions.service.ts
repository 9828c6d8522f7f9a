import { Injectable } from '@nestjs/common';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import type { EditionRow } from './editions.store';

export interface DocumentRow {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
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
    return document === undefined ? null : { ...document, name: documentName };
  }
}
