import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CELLS, DECLARED, FORMS } from '@gongkai/catalogue';
import type { Original, Report } from '@gongkai/model';
import type { ArchiveOutcome, DocumentFormat } from '@gongkai/parsers';
import { officeConverter, openReader, type Convert, type Reader, type ReaderLimits, type Turn } from '@gongkai/parsers/worker';
import { SCANNER, type Scanner, Unclean } from './scanner';
import type { Config } from '../config';
import { CONFIG } from '../config-token';
import type { Caller } from '../database/caller';
import { type Refusal, refuse } from '../requests/refusal';
import type { ReceivedFile } from './receive-file';
import { refuseLength } from './refuse-length';

/** Those who file, who work otherwise, and everybody else have readers of their own, so that the public can starve the public alone. */
export type Lane = 'filing' | 'work' | 'public';

/** For whom something is read. */
interface Reading {
  readonly caller: Caller;
  /** To be filed now. */
  readonly filing?: boolean;
  /** Nobody waits for it in person: it stands in line until its turn comes, and is never refused with BUSY. */
  readonly patient?: boolean;
  /** Ends the reading when nobody waits for it any more; it rejects then. */
  readonly signal?: AbortSignal;
}

export interface KeptDocument {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Uint8Array;
}

/** A report as it was read, with its original. */
export interface ReadReport {
  readonly report: Report;
  readonly document: KeptDocument;
}

const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  text: 'text/plain',
  html: 'text/html',
  csv: 'text/csv',
  pdf: 'application/pdf',
  doc: 'application/msword',
  wps: 'application/vnd.ms-works',
  rtf: 'application/rtf',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xls: 'application/vnd.ms-excel',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** How many wait in each lane, and how far its threads stand behind others where processors are short. */
const LINES: Readonly<Record<Lane, Required<Pick<ReaderLimits, 'waiting' | 'niceness'>>>> = {
  filing: { waiting: 200, niceness: 0 },
  work: { waiting: 60, niceness: 5 },
  public: { waiting: 12, niceness: 15 },
};
/** LibreOffice reserves far more than it uses. */
const OFFICE = { seconds: 60, megabytes: 3_000 };

/** Where files come in: scanned, read and unpacked in threads under limits of processor time and memory, each caller in the lane that is theirs. */
@Injectable()
export class Receiving implements OnApplicationShutdown {
  private readonly readers: Readonly<Record<Lane, Reader>>;

  constructor(
    @Inject(CONFIG) { reading, office }: Pick<Config, 'reading' | 'office'>,
    @Inject(SCANNER) private readonly scanner: Scanner,
  ) {
    const knowledge = { forms: FORMS, cells: CELLS, declared: DECLARED };
    const lane = (name: Lane, convert?: Convert): Reader =>
      openReader(knowledge, { seconds: reading.seconds, ...reading.lanes[name], ...LINES[name] }, convert);
    const convert = office === null ? undefined : officeConverter({ command: office, confinement: OFFICE });
    this.readers = { filing: lane('filing', convert), work: lane('work', convert), public: lane('public') };
  }

  /** Reads a file. Refused: what the reader refuses, what overruns its limits, texts that no report has, and with BUSY what finds no place in its lane. */
  async read(file: ReceivedFile, reading: Reading): Promise<ReadReport | Refusal> {
    const { reader, turn } = this.laneOf(reading);
    const outcome = await reader.read({ bytes: new Uint8Array(file.content), fileName: file.name }, turn);
    if (!outcome.ok) return refuse(outcome.refusal.code, outcome.refusal.message);
    const tooLong = refuseLength(outcome.report.narrative);
    if (tooLong !== null) return tooLong;
    const sha256 = createHash('sha256').update(file.content).digest('hex');
    const mediaType = MEDIA_TYPES[outcome.format];
    return { report: outcome.report, document: { name: file.name, mediaType, sha256, content: file.content } };
  }

  /** A file as reading it saw it. Refused as reading is. */
  async see(file: ReceivedFile, reading: Reading): Promise<Original | Refusal> {
    const { reader, turn } = this.laneOf(reading);
    const outcome = await reader.see({ bytes: new Uint8Array(file.content), fileName: file.name }, turn);
    return outcome.ok ? outcome.original : refuse(outcome.refusal.code, outcome.refusal.message);
  }

  /** Opens an archive of files. */
  unpack(archive: Uint8Array, reading: Reading): Promise<ArchiveOutcome> {
    const { reader, turn } = this.laneOf(reading);
    return reader.unpack(archive, turn);
  }

  /** Why bytes are not taken: null where the scanner finds nothing. Throws `Unclean` where it does not answer. */
  async refuseUnclean(content: Buffer): Promise<Refusal | null> {
    try {
      for await (const _ of this.scanner.screen(Readable.from([content]))) continue;
      return null;
    } catch (fault) {
      if (fault instanceof Unclean && fault.refusal.code === 'INFECTED_FILE') return fault.refusal;
      throw fault;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(Object.values(this.readers).map((reader) => reader.close()));
  }

  private laneOf({ caller, filing, patient = false, signal }: Reading): { readonly reader: Reader; readonly turn: Turn } {
    const name = caller.kind === 'anonymous' ? 'public' : filing === true ? 'filing' : 'work';
    const from = caller.kind === 'account' ? `account ${caller.accountId}` : `address ${caller.address}`;
    return { reader: this.readers[name], turn: { from, patient, signal } };
  }
}
