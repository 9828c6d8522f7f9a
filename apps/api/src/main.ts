import 'reflect-metadata';
import { readConfig } from './config';
import { serveApi } from './start-server';

serveApi(readConfig(process.env)).then(
  ({ port }) => console.log(`listening on ${port}`),
  (fault: unknown) => {
    console.error(fault instanceof Error && fault.name === 'Trouble' ? fault.message : fault);
    process.exit(1);
  },
);
