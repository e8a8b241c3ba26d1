import { createHash } from 'node:crypto';
import { createConnection, createServer, type ListenOptions, type Server } from 'node:net';

/** What the holder says to whoever finds the lock taken. */
export interface Holder {
  pid: number;
  store: string;
  url: string | null;
}

export interface Lock {
  /** Says from now on where the application is reached. */
  announce(url: string): void;
  release(): Promise<void>;
}

const PORTS = 8;

/**
 * One supervisor per store. The lock is a listener, so that it dies with its holder however it dies: an abstract
 * Unix socket on Linux, elsewhere the first of a few loopback ports that is free or answers for this store.
 */
export async function takeLock(store: string, platform = process.platform): Promise<Lock | Holder> {
  const holder: Holder = { pid: process.pid, store, url: null };
  const digest = createHash('sha256').update(store).digest();
  for (const place of places(digest, platform)) {
    const server = await listen(place, holder);
    if (server) return lockOn(server, holder);
    const other = await ask(place);
    // Linux's name is ours alone; a port may belong to a program that has nothing to do with us.
    if (other?.store === store) return other;
  }
  throw new Error(`The lock of ${store} is neither free nor held by another start.`);
}

export function isLock(taken: Lock | Holder): taken is Lock {
  return 'release' in taken;
}

function places(digest: Buffer, platform: NodeJS.Platform): ListenOptions[] {
  if (platform === 'linux') return [{ path: `\0relance-${digest.toString('hex').slice(0, 32)}` }];
  const first = 49_152 + (digest.readUInt32BE(0) % 16_000);
  return Array.from({ length: PORTS }, (_, index) => ({ host: '127.0.0.1', port: first + index, exclusive: true }));
}

function lockOn(server: Server, holder: Holder): Lock {
  return {
    announce(url) {
      holder.url = url;
    },
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

async function listen(place: ListenOptions, holder: Holder): Promise<Server | null> {
  const server = createServer((socket) => {
    // Who hangs up before reading the answer did not need it.
    socket.on('error', () => undefined);
    socket.end(JSON.stringify(holder));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(place, () => {
      server.unref();
      resolve(server);
    });
  });
}

async function ask({ path, host, port }: ListenOptions): Promise<Holder | null> {
  return new Promise((resolve) => {
    let text = '';
    const socket = path === undefined ? createConnection({ host, port: port ?? 0 }) : createConnection({ path });
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(parse(text)));
  });
}

function parse(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    // Not one of ours.
    return null;
  }
}
