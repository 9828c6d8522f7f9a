import type { Language } from '@gongkai/model';
import { constants } from 'node:fs';
import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWorkbook } from '@gongkai/exports';
import type { CheckRecord } from '../check-record';
import { workbookSheets } from './workbook-sheets';

/** The workbook has no place to go. */
export class CannotWrite extends Error {
  constructor(
    readonly file: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

/** Writes the records as a workbook. */
export async function writeRecords(file: string, records: () => AsyncIterable<CheckRecord>, language: Language): Promise<void> {
  const bytes = await writeWorkbook(workbookSheets(records, language));
  await writeFile(file, bytes).catch((error: unknown) => {
    throw new CannotWrite(file, error);
  });
}

/** Rejects where no file could be written there: known before hours of checking, not after. */
export async function demandWritable(file: string): Promise<void> {
  await access(path.dirname(path.resolve(file)), constants.W_OK).catch((error: unknown) => {
    throw new CannotWrite(file, error);
  });
}
