import { openCompoundFile } from '../bytes/compound-file';
import type { PrintedDocument } from '../printed-document';
import { refuseConversion, RefusedDocument } from '../refusals';

/** A compound file that is no Word file within: only an office program opens it. Throws `Refused`: NEEDS_CONVERSION, or DAMAGED_FILE where it is not whole. */
export async function readWps(bytes: Uint8Array): Promise<PrintedDocument> {
  openCompoundFile(bytes);
  throw new RefusedDocument(refuseConversion('wps'));
}
