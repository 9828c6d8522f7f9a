import type { PrintedDocument } from '../printed-document';

/** A format is one file in this folder: how it recognises its own text, and how it reads it. */
export interface TextualFormat {
  readonly accepts: (text: string) => boolean;
  readonly read: (text: string) => PrintedDocument;
}

/** Throws `Refused` where the container is damaged, protected or hostile. */
export type BinaryFormat = (bytes: Uint8Array) => Promise<PrintedDocument>;
