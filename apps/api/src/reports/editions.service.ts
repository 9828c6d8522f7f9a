import { Injectable } from '@nestjs/common';
import type { Caller } from '../database/caller';
import { Database } from '../database/database';
import { isId } from '../requests/is-id';
import { REFUSALS } from '../requests/refusal';
import { EditionsStore } from './editions.store';
import type { NotGiven, OriginalFile } from './original-desk';

/** An edition that was typed. */
const TYPED: NotGiven = {
  code: 'NO_ORIGINAL',
  message: { zh: '这一版是在线填报的，没有原件。', en: 'This edition was typed in: it has no original file.' },
};

/** What belongs to an edition beside its figures. */
@Injectable()
export class EditionsService {
  constructor(private readonly database: Database) {}

  /** The file an edition came in, byte for byte. Not given: where there is no such edition as far as the caller may see, or it was typed. */
  async originalFile(caller: Caller, editionId: string): Promise<OriginalFile | NotGiven> {
    if (!isId(editionId)) return REFUSALS.unknownEdition();
    return this.database.read(caller, { editions: EditionsStore }, async ({ editions }) => {
      const [edition] = await editions.editions([editionId]);
      if (edition === undefined) return REFUSALS.unknownEdition();
      if (edition.documentSha256 === null || edition.documentName === null) return TYPED;
      const document = await editions.document(edition.documentSha256);
      return document === null ? REFUSALS.unknownEdition() : { ...document, name: edition.documentName, sha256: edition.documentSha256 };
    });
  }
}
