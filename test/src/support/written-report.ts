import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Upload } from './running-server';
import { WORKSPACE } from './fresh-database';

export interface ReportWritten {
  /** As the title and the signature print it. */
  readonly agency: string;
  readonly year: number;
  /** Requests received, all by natural persons; two more or less make another report. At least 1. */
  readonly requests?: number;
  /** What is printed as the total of the requests received, where it is not their sum. */
  readonly brokenTotal?: string;
}

const TEMPLATE = readFileSync(path.join(WORKSPACE, 'test/reports/accepted/bars-and-marks.txt'), 'utf8');

/** A report of the 2021 form as a text file, made from a fixture: marks and blanks, sums that hold unless told otherwise. */
export function writtenReport({ agency, year, requests = 3, brokenTotal }: ReportWritten): string {
  const received = `|${requests}|-|—|无|－|/|${brokenTotal ?? requests}`;
  const processed = `|${requests - 1}|-|—|无|－|/|${requests - 1}`;
  return TEMPLATE.replaceAll('青禾县清水镇人民政府', agency)
    .replaceAll(
      '二〇二五年',
      `${year + 1}年`.replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]!),
    )
    .replaceAll('2024', String(year))
    .replaceAll('2023年主动公开', `${year - 1}年主动公开`)
    .replace('|3|-|—|无|－|/|3', received)
    .replace('（一）予以公开|2|-|—|无|－|/|2', `（一）予以公开${processed}`)
    .replace('（七）总计|2|-|—|无|－|/|2', `（七）总计${processed}`);
}

/** The same as a file to be sent; `page` as the page of a website it was copied into. */
export function reportFile(report: ReportWritten, kind: 'text' | 'page' = 'text'): Upload {
  const text = writtenReport(report);
  const name = `${report.agency}${report.year}年政府信息公开工作年度报告`;
  const content = kind === 'text' ? text : `<!doctype html><meta charset="utf-8"><title>${name}</title><pre>${text}</pre>`;
  return { name: `${name}.${kind === 'text' ? 'txt' : 'html'}`, content: Buffer.from(content) };
}
