import { DefaultLogger, Runtime } from '@temporalio/worker';
import { withoutValues } from '@relance/db';
import pino, { type Logger } from 'pino';

/** The program's log, JSON lines on standard output; Temporal's own words join it. */
export function openLog(level = 'info'): Logger {
  const log = pino({ name: 'worker', level, serializers: { err: describeError } });
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level: severity, message, meta }) => {
      log[severity === 'ERROR' ? 'error' : 'warn']({ temporal: meta }, message);
    }),
    shutdownSignals: [],
  });
  return log;
}

/** An error as the log may keep it: a failed statement's values are left out, and members that an error may carry. */
export function describeError(error: Error): Record<string, unknown> {
  const { type, message, stack } = pino.stdSerializers.err(error);
  return { type, message: withoutValues(message), stack: withoutValues(stack) };
}
