import 'reflect-metadata';
import { migrate } from './database/migrate';
import { seedDemoCity } from './seed/seed-demo-city';

/** What needs the database and no server: `node dist/command.js NAME`, with DATABASE_URL set. Each prints one line of JSON. */
const COMMANDS: Readonly<Record<string, (url: string) => Promise<unknown>>> = {
  migrate: async (url) => ({ migrations: await migrate(url) }),
  seed: async (url) => {
    const accounts = await seedDemoCity(url);
    return {
      accounts: accounts.filter((account) => account.featured).map(({ login, password, role, name }) => ({ login, password, role, name })),
    };
  },
};

async function run(name: string | undefined, url: string | undefined): Promise<void> {
  const command = name === undefined ? undefined : COMMANDS[name];
  if (command === undefined) throw new Error(`say one of: ${Object.keys(COMMANDS).join(', ')}`);
  if (url === undefined) throw new Error('DATABASE_URL is not set');
  console.log(JSON.stringify(await command(url)));
}

run(process.argv[2], process.env.DATABASE_URL).catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.stack : fault);
  process.exit(1);
});
