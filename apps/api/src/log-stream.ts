import { destination, type DestinationStream } from 'pino';

/** Where the log goes: to the standard output. A line that cannot be written, as on a full disk, is lost; the program goes on. */
export function logStream(): DestinationStream {
  const stream = destination({ fd: 1, sync: false, minLength: 0 });
  stream.on('error', () => undefined);
  return stream;
}
