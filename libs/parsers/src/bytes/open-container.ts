import {
  refuseDamaged,
  refuseEncrypted,
  refuseEntries,
  refuseExpansion,
  refuseMacros,
  RefusedDocument,
  type ParseRefusal,
} from '../refusals';
import { unpackEntry } from './unpack-entry';
import { zipDirectory, type ZipEntry } from './zip-directory';

const MEGABYTE = 1024 * 1024;
/** Most that the parts of one Office file may unpack to, in megabytes. */
export const LARGEST_UNPACKED = 64;
/** Most parts of one Office file. */
export const MOST_PARTS = 2000;

const TYPES = '[content_types].xml';
/** Names of parts, and types of content, that only a file with macros has. */
const MACRO_PARTS = /(?:^|\/)vba(?:project|data)[^/]*$|^xl\/macrosheets\//;
const MACRO_TYPES = /macroEnabled|vbaProject/i;
const XML = /\.(?:xml|rels|vml)$/;

/** An Office Open XML file whose parts are unpacked one by one under one counter; names in lower case, as parts are named without regard to it. */
export class Container {
  private readonly allowance = { left: LARGEST_UNPACKED * MEGABYTE };
  private readonly unpacked = new Map<string, Uint8Array>();
  private readonly texts = new Map<string, string>();

  constructor(private readonly entries: ReadonlyMap<string, ZipEntry>) {}

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** Null where there is no such part. Throws `Refused`. */
  part(name: string): Uint8Array | null {
    const key = name.toLowerCase();
    const entry = this.entries.get(key);
    const known = this.unpacked.get(key);
    if (!entry || known) return known ?? null;
    const bytes = unpackEntry(entry, this.allowance) ?? refuse(refuseExpansion(LARGEST_UNPACKED));
    this.unpacked.set(key, bytes);
    if (XML.test(key)) this.texts.set(key, withoutDoctype(textOf(bytes)));
    return bytes;
  }

  /** The text of an XML part without any document type: no parser meets an entity. Null where there is no such part. Throws `Refused`. */
  xml(name: string): string | null {
    const bytes = this.part(name);
    return bytes && (this.texts.get(name.toLowerCase()) ?? textOf(bytes));
  }
}

/**
 * Opens an Office Open XML file (.docx, .xlsx). Throws `Refused`: damaged or cut short, encrypted, with macros, of too many parts, or declared to
 * unpack to more than any report. Parts themselves are unpacked, and counted again, when they are asked for.
 */
export function openContainer(bytes: Uint8Array): Container {
  const listed = zipDirectory(bytes, MOST_PARTS) ?? refuse(refuseDamaged());
  if (listed.length > MOST_PARTS) refuse(refuseEntries(MOST_PARTS));
  if (listed.some((entry) => entry.encrypted)) refuse(refuseEncrypted());
  const entries = new Map(listed.map((entry) => [nameOf(entry).toLowerCase(), entry]));
  if (entries.size !== listed.length || !entries.has(TYPES)) refuse(refuseDamaged());
  if ([...entries.keys()].some((name) => MACRO_PARTS.test(name))) refuse(refuseMacros());
  const declared = listed.reduce((sum, entry) => sum + entry.declaredSize, 0);
  if (declared > LARGEST_UNPACKED * MEGABYTE) refuse(refuseExpansion(LARGEST_UNPACKED));
  const container = new Container(entries);
  if (MACRO_TYPES.test(container.xml(TYPES) ?? '')) refuse(refuseMacros());
  return container;
}

/** Some writers put backslashes or a slash before. */
function nameOf(entry: ZipEntry | undefined): string {
  return new TextDecoder().decode(entry?.name).replaceAll('\\', '/').replace(/^\//, '');
}

/** XML is UTF-8 unless a byte order mark, or the zero bytes of its first character, say UTF-16. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || second === 0) return new TextDecoder('utf-16le').decode(bytes);
  if ((first === 0xfe && second === 0xff) || first === 0) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** Parts must not hold one (ECMA-376 part 2, 8.2.5): entities that multiply, or that name a file, come with it. */
function withoutDoctype(xml: string): string {
  return /<!(?:DOCTYPE|ENTITY)/i.test(xml) ? refuse(refuseDamaged()) : xml;
}

function refuse(refusal: ParseRefusal): never {
  throw new RefusedDocument(refusal);
}
