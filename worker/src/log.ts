import { DefaultLogger, Runtime } from '@temporalio/worker';
import pino, { type Logger } from 'pino';

/** The program's log, JSON lines on standard output; Temporal's own words join it. */
export function openLog(level = 'info'): Logger {
  const log = pino({ name: 'worker', level });
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level: severity, message, meta }) => {
      log[severity === 'ERROR' ? 'error' : 'warn']({ temporal: meta }, message);
    }),
    shutdownSignals: [],
  });
  return log;
}
