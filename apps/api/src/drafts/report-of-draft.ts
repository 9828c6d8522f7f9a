import type { Report } from '@gongkai/model';
import { typedReport } from '../receiving/typed-report';
import { type Refusal, isRefusal } from '../requests/refusal';
import { mendReport } from './draft-reading';
import type { DraftResult } from './draft-result';

/** The report that a draft would be filed as. Refused: a text that is no exact figure. */
export function reportOfDraft({ content, file, typists, year }: DraftResult): Report | Refusal {
  if (file === null) return typedReport({ ...content, year });
  const mended = mendReport(file.said, content, typists, year);
  return isRefusal(mended) ? mended : mended.report;
}
