import { createServer } from 'node:net';

/** The wanted port on the loopback address if nobody has it, else the next free one; 0 wants any. */
export async function freePort(wanted = 0, host = '127.0.0.1'): Promise<number> {
  for (let port = wanted; ; port++) {
    const free = await tryPort(port, host);
    if (free !== null) return free;
    if (port >= wanted + 100) throw new Error(`No port from ${wanted} to ${port} is free.`);
  }
}

async function tryPort(port: number, host: string): Promise<number | null> {
  const server = createServer();
  const listening = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen(port, host, () => resolve(true));
  });
  if (!listening) return null;
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : null;
}
