import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

/** A way to a PostgreSQL on which every statement is heard. */
export interface ListeningDoor {
  readonly url: string;
  /** Statements since the last time that this was asked. */
  heard(): readonly string[];
  close(): void;
}

export function openListeningDoor(databaseUrl: string): Promise<ListeningDoor> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let statements: string[] = [];
  const door = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const listen = statementsIn((statement) => statements.push(statement));
    near.on('data', listen);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  return new Promise((done) =>
    door.listen(0, '127.0.0.1', () => {
      const url = new URL(databaseUrl);
      url.port = String((door.address() as AddressInfo).port);
      const heard = (): readonly string[] => {
        const all = statements;
        statements = [];
        return all;
      };
      const close = (): void => {
        door.close();
        for (const socket of open) socket.destroy();
      };
      done({ url: url.href, heard, close });
    }),
  );
}

/** Messages of the protocol: the first has no type; of the others `Q` and `P` carry statements. */
function statementsIn(say: (statement: string) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let begun = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = begun ? 1 : 0;
      if (rest.byteLength < head + 4) return;
      const end = head + rest.readInt32BE(head);
      if (rest.byteLength < end) return;
      const type = begun ? String.fromCharCode(rest[0]!) : 'first';
      const parts = rest
        .subarray(head + 4, end)
        .toString('utf8')
        .split('\0');
      if (type === 'Q') say(parts[0]!);
      if (type === 'P') say(parts[1]!);
      begun = true;
      rest = rest.subarray(end);
    }
  };
}
