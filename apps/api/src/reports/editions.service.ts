import { Injectable } from '@nestjs/common';
import type { Original } from '@gongkai/model';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { Receiving } from '../receiving/receiving';
import { isId } from '../requests/is-id';
import type { Refusal } from '../requests/refusal';
import { EditionsStore } from './editions.store';

export interface OriginalFile {
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Why there is no file: no such edition as far as the caller may see, or one that was typed. */
export type NoFile = 'unknown' | 'typed';

/** What belongs to an edition beside its figures. */
@Injectable()
export class EditionsService {
  constructor(
    private readonly database: Database,
    private readonly receiving: Receiving,
  ) {}

  /** The file an edition came in, byte for byte. */
  async originalFile(caller: Caller, editionId: string): Promise<OriginalFile | NoFile> {
    if (!isId(editionId)) return 'unknown';
    return this.database.read(caller, { editions: EditionsStore }, async ({ editions }) => {
      const [edition] = await editions.editions([editionId]);
      if (edition === undefined) return 'unknown';
      if (edition.documentSha256 === null || edition.documentName === null) return 'typed';
      const document = await editions.document(edition.documentSha256);
      return document === null ? 'unknown' : { ...document, name: edition.documentName, sha256: edition.documentSha256 };
    });
  }

  /** The same file as reading it saw it, for who may fetch it. Ends where nobody waits for it any more. */
  seeOriginal(caller: Caller, { name, content }: OriginalFile, signal: AbortSignal): Promise<Original | Refusal> {
    return this.receiving.see({ name, content }, { caller, signal });
  }
}
