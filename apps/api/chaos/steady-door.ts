import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

/** One address for a server that comes back on another port after each kill, as a cluster address or a fixed port would be. */
export interface SteadyDoor {
  readonly port: number;
  leadTo(port: number): void;
  close(): void;
}

export function openSteadyDoor(): Promise<SteadyDoor> {
  let target = 0;
  const open = new Set<Socket>();
  const door = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  return new Promise((done) =>
    door.listen(0, '127.0.0.1', () =>
      done({
        port: (door.address() as AddressInfo).port,
        leadTo: (port) => (target = port),
        close: () => {
          door.close();
          for (const socket of open) socket.destroy();
        },
      }),
    ),
  );
}
