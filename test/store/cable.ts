import { connect, createServer, type Socket } from 'node:net';

/** Stands between the store and its server, and can be cut and mended. */
export async function cable(url: string) {
  const server = new URL(url);
  const sockets = new Set<Socket>();
  let cut = false;
  const between = createServer((near) => {
    if (cut) return void near.destroy();
    const far = connect(Number(server.port), server.hostname);
    for (const socket of [near, far])
      sockets.add(socket.on('error', () => {}).on('close', () => sockets.delete(socket)));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  const { port } = between.address() as { port: number };
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(port);
  return {
    url: through.href,
    cut() {
      cut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      cut = false;
    },
    close: () => new Promise((resolve) => between.close(resolve)),
  };
}
