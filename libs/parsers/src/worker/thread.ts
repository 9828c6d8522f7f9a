import { parentPort, workerData } from 'node:worker_threads';
import { parseReport, type ParseOutcome, type ReaderKnowledge, type ReportFile } from '../parse-report';
import { isDamage } from '../pdf/open-pdf';
import { drawNoFonts } from './undrawn-fonts';

drawNoFonts();

// Of a damaged PDF pdfjs also leaves promises behind that nobody waits for; whoever reads it hears of the damage by the one that is waited for.
process.on('unhandledRejection', (reason) => {
  if (!isDamage(reason)) throw reason;
});

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
