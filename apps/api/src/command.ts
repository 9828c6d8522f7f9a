import 'reflect-metadata';
import { migrate } from './database/migrate';

const COMMANDS: Readonly<Record<string, (url: string) => Promise<void>>> = {
  migrate: async (url) => {
    const done = await migrate(url);
    console.log(JSON.stringify({ migrations: done }));
  },
};

async function run(name: string | undefined, url: string | undefined): Promise<void> {
  const command = name === undefined ? undefined : COMMANDS[name];
  if (command === undefined) throw new Error(`say one of: ${Object.keys(COMMANDS).join(', ')}`);
  if (url === undefined) throw new Error('DATABASE_URL is not set');
  await command(url);
}

run(process.argv[2], process.env.DATABASE_URL).catch((fault: unknown) => {
  console.error(fault);
  process.exit(1);
});
