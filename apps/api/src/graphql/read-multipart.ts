import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { Scanner } from '../receiving/scanner';
import type { RequestLimits } from '../requests/limits-of';
import { readsAsName } from '../requests/names';
import { readJson } from '../requests/read-json';
import { REFUSED_REQUESTS, RefusedRequest } from '../requests/refused-request';
import type { SpoolShare } from '../requests/spool';
import { placeFiles, readMap } from './upload-map';
import { UploadedFile } from './uploaded-file';

const LONGEST_NAME = 255;

/** Within what a request is read, and where its files go. */
interface Receiving {
  readonly limits: RequestLimits;
  readonly spool: SpoolShare;
  readonly scanner: Scanner;
}

/**
 * Reads a request of the GraphQL multipart convention: `operations`, `map`, then the files, each into the spool as it comes. The map may name the
 * places our operations have and nothing else; every part has its size, and a file beyond its own is cut, so that its mutation can refuse it in words.
 */
export async function readMultipart(request: IncomingMessage, receiving: Receiving): Promise<unknown> {
  const abort = new AbortController();
  const parts = new Parts(receiving, (refused) => abort.abort(refused));
  try {
    const parser = openParser(request.headers, parts, receiving.limits);
    await pipeline(arriving(request, receiving.limits.multipart), parser, { signal: abort.signal });
    return await parts.body();
  } catch (fault) {
    const { reason } = abort.signal as { readonly reason: unknown };
    throw [fault, reason].find((why) => why instanceof RefusedRequest) ?? REFUSED_REQUESTS.badMultipart();
  }
}

/** The bytes of a request, counted. Its connection stays open whatever becomes of them, so that there is a way to answer. */
function arriving(request: IncomingMessage, most: number): Transform {
  let bytes = 0;
  const content = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.byteLength;
      done(bytes > most ? REFUSED_REQUESTS.tooLarge(most) : null, chunk);
    },
  });
  request.once('error', (error) => content.destroy(error));
  return request.pipe(content);
}

function openParser(headers: IncomingHttpHeaders, parts: Parts, limits: RequestLimits): BusboyInstance {
  const parser = new Busboy({
    headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
    limits: {
      fieldNameSize: 100,
      fieldSize: limits.json.bytes,
      fields: 2,
      files: limits.files,
      fileSize: limits.fileSize,
      parts: limits.files + 2,
      headerPairs: 10,
      headerSize: 2_000,
    },
  });
  parser.on('field', (name, value, _nameCut, cut) => parts.field(name, value, cut));
  parser.on('file', (name, stream, fileName) => parts.file(name, stream, fileName));
  parser.on('filesLimit', () => parts.refuse(REFUSED_REQUESTS.tooManyFiles(limits.files)));
  for (const event of ['fieldsLimit', 'partsLimit'] as const) parser.on(event, () => parts.refuse(REFUSED_REQUESTS.badMultipart()));
  // After the pipeline has ended nobody else listens.
  parser.on('error', () => undefined);
  return parser;
}

/** What has come so far. */
class Parts {
  private operations: unknown;
  private map: ReadonlyMap<string, string> | null = null;
  private readonly files = new Map<string, Promise<UploadedFile>>();

  constructor(
    private readonly receiving: Receiving,
    readonly refuse: (refused: RefusedRequest) => void,
  ) {}

  field(name: string, value: string, cut: boolean): void {
    this.orRefuse(() => {
      const { json } = this.receiving.limits;
      if (cut) throw REFUSED_REQUESTS.tooLarge(json.bytes);
      if (name === 'operations' && this.operations === undefined) this.operations = readJson(Buffer.from(value), json);
      else if (name === 'map' && this.operations !== undefined && this.map === null) this.map = readMap(value);
      else throw REFUSED_REQUESTS.badMultipart();
    });
  }

  file(name: string, stream: BusboyFileStream, fileName: string | undefined): void {
    // A stream that nobody reads holds up all the others.
    stream.on('error', () => undefined);
    this.orRefuse(() => {
      if (this.map === null) throw REFUSED_REQUESTS.badMultipart();
      if (!this.map.has(name) || this.files.has(name)) throw REFUSED_REQUESTS.badMap();
      if (!isName(fileName)) throw REFUSED_REQUESTS.badFileName();
      const kept = this.keep(fileName, stream);
      kept.catch((fault: unknown) => this.refuse(fault instanceof RefusedRequest ? fault : REFUSED_REQUESTS.badMultipart()));
      this.files.set(name, kept);
    });
  }

  async body(): Promise<unknown> {
    if (this.map === null) throw REFUSED_REQUESTS.badMultipart();
    const files = new Map<string, UploadedFile>();
    for (const [name, kept] of this.files) files.set(name, await kept);
    return placeFiles(this.operations, this.map, files);
  }

  private async keep(name: string, stream: BusboyFileStream): Promise<UploadedFile> {
    const file = await this.receiving.spool.keep(stream);
    const { scanner } = this.receiving;
    return new UploadedFile(name, () => scanner.screen(stream.truncated ? tooLarge() : file.createReadStream()));
  }

  private orRefuse(act: () => void): void {
    try {
      act();
    } catch (fault) {
      this.refuse(fault instanceof RefusedRequest ? fault : REFUSED_REQUESTS.badMultipart());
    }
  }
}

function isName(name: string | undefined): name is string {
  return name !== undefined && name.trim() !== '' && name.length <= LONGEST_NAME && readsAsName(name);
}

async function* tooLarge(): AsyncGenerator<Buffer> {
  throw Object.assign(new Error('the file is larger than is taken'), { status: 413 });
}
