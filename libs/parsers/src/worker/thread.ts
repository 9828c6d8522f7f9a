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

// pdf.js leaves promises behind that reject when nobody waits for them any more; only what a reading itself throws is a fault.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', (file: ReportFile) => {
  parseReport({ ...file, ...(workerData as ReaderKnowledge) }).then(answer, (fault: unknown) =>
    process.nextTick(() => {
      throw fault;
    }),
  );
});

function answer(outcome: ParseOutcome): void {
  const { heapUsed, external } = process.memoryUsage();
  const said: ThreadAnswer = { outcome, megabytes: (heapUsed + external) / 1024 / 1024 };
  parentPort?.postMessage(said);
}
