import { parentPort, workerData } from 'node:worker_threads';
import { parseReport, type ReaderKnowledge, type ReportFile } from '../parse-report';
import { drawNoFonts } from './undrawn-fonts';

drawNoFonts();

parentPort?.on('message', async (file: ReportFile) => {
  parentPort?.postMessage(await parseReport({ ...file, ...(workerData as ReaderKnowledge) }));
});
