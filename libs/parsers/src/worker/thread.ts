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
