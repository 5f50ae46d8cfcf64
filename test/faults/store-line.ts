import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface Line {
  readonly port: number;
  /** Cuts the line at the next COMMIT: before the server hears it, or once it has answered. */
  readonly cut: (when: 'before' | 'after') => void;
  /** How often it was cut. */
  readonly cuts: () => number;
  readonly close: () => Promise<void>;
}

/** A network line to a server on this machine that can be made to fail at the worst moment. */
export async function lineTo(port: number): Promise<Line> {
  const sockets = new Set<Socket>();
  let planned: 'before' | 'after' | undefined;
  let cuts = 0;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const drop = () => {
      near.destroy();
      far.destroy();
    };
    const cut = () => {
      cuts += 1;
      drop();
    };
    for (const socket of [near, far]) sockets.add(socket.on('error', drop).on('close', drop));
    let answerIsLost = false;
    near.on('data', (data) => {
      const commits = planned !== undefined && data.includes('COMMIT');
      if (commits && planned === 'before') {
        planned = undefined;
        return cut();
      }
      if (commits) {
        planned = undefined;
        answerIsLost = true;
      }
      far.write(data);
    });
    far.on('data', (data) => (answerIsLost && data.includes('COMMIT') ? cut() : near.write(data)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut: (when) => {
      planned = when;
    },
    cuts: () => cuts,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
