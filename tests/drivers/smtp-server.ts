import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

type Options = SMTPServerOptions | ((drop: (id: string) => void) => SMTPServerOptions);

/** A real SMTP server that answers as told and keeps what it accepts; `drop` ends a connection without a word. */
export async function startSmtp(options: Options = {}) {
  const received: string[] = [];
  const drop = (id: string): void => {
    for (const connection of smtp.connections) if (connection.id === id) connection._socket.destroy();
  };
  const smtp: SMTPServer = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    logger: false,
    onData(stream, _session, callback) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        received.push(text);
        callback();
      });
    },
    ...(typeof options === 'function' ? options(drop) : options),
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', () => resolve());
  });
  const address = smtp.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      smtp.close(() => resolve());
    });
  return { url: `smtp://127.0.0.1:${port}`, port, received, close };
}
