import { parentPort, workerData } from 'node:worker_threads';
import { parseReport, type ParseInput } from '../parse-report';

parentPort?.postMessage(parseReport(workerData as ParseInput));
