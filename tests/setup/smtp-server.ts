import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

type Options = SMTPServerOptions | ((drop: (id: string) => void) => SMTPServerOptions);

/** Opens real SMTP servers that answer as told and keep what they accept; each is closed after its test. */
export function smtpServers(afterEach: (close: () => Promise<void>) => void) {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  return async (options: Options = {}) => {
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
    closing.push(
      () =>
        new Promise((resolve) => {
          smtp.close(() => resolve());
        }),
    );
    return { url: `smtp://127.0.0.1:${port}`, received };
  };
}

/** What a server says to refuse. */
export const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });
