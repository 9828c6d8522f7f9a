import { Command } from 'commander';

new Command('gongkai').description('Reads and checks annual reports on open government information.').parse();
