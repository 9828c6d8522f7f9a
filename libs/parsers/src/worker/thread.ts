import { parentPort, workerData } from 'node:worker_threads';
import { parseReport, type ParseOutcome, type ReaderKnowledge, type ReportFile } from '../parse-report';
import { drawNoFonts } from './undrawn-fonts';

drawNoFonts();

/** What a thread says after each file. */
export interface ThreadAnswer {
  readonly outcome: ParseOutcome;
  /** What the thread holds now. */
  readonly megabytes: number;
}

parentPort?.on('message', async (file: ReportFile) => {
  const outcome = await parseReport({ ...file, ...(workerData as ReaderKnowledge) });
  const { heapUsed, external } = process.memoryUsage();
  const answer: ThreadAnswer = { outcome, megabytes: (heapUsed + external) / 1024 / 1024 };
  parentPort?.postMessage(answer);
});
