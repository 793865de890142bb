/** What the library tells about its work while it works. Silent unless asked. */

import type { Redactor } from './redact';

/** One thing that happened. Holds no secret: what may hold one goes through {@link redactingLogger}. */
export interface LogEvent {
  /** `request`: an answer came. `retry`: a try failed, another follows. `note`: worth knowing. */
  readonly event: 'request' | 'retry' | 'note';
  readonly cloud?: string;
  readonly region?: string;
  /** The API's action, such as `DescribeImages`. */
  readonly operation?: string;
  /** Counted from 1. */
  readonly page?: number;
  readonly status?: number;
  readonly requestId?: string;
  /** How long it took, or how long a retry waits. Milliseconds. */
  readonly ms?: number;
  /** Which try this was, counted from 1. */
  readonly attempt?: number;
  readonly message?: string;
}

export interface Logger {
  debug(event: LogEvent): void;
}

/** `debug` tells everything, `info` leaves requests out, `silent` tells nothing. */
export const LOG_LEVELS = ['debug', 'info', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

export const silentLogger: Logger = { debug: () => undefined };

/**
 * A logger of one line per event.
 *
 * @example `cloudimages retry alicloud/cn-hangzhou DescribeImages page 3, try 2, HTTP 503, 812 ms: the service is busy`
 */
export function stderrLogger(level: LogLevel, write: (line: string) => void): Logger {
  if (level === 'silent') return silentLogger;
  return {
    debug(event) {
      if (level === 'info' && event.event === 'request') return;
      write(`${lineOf(event)}\n`);
    },
  };
}

/** A logger whose every text has gone through a redactor. */
export function redactingLogger(logger: Logger, redact: Redactor): Logger {
  return {
    debug(event) {
      logger.debug({
        ...event,
        ...(event.message === undefined ? {} : { message: redact(event.message) }),
        ...(event.requestId === undefined ? {} : { requestId: redact(event.requestId) }),
      });
    },
  };
}

function lineOf(event: LogEvent): string {
  const place = [event.cloud, event.region].filter((part) => part !== undefined).join('/');
  const facts = [
    event.page === undefined ? undefined : `page ${event.page}`,
    event.attempt === undefined ? undefined : `try ${event.attempt}`,
    event.status === undefined ? undefined : `HTTP ${event.status}`,
    event.ms === undefined ? undefined : `${Math.round(event.ms)} ms`,
    event.requestId === undefined ? undefined : `request id ${event.requestId}`,
  ].filter((fact) => fact !== undefined);
  const head = ['cloudimages', event.event, place, event.operation, facts.join(', ')];
  const line = head.filter((part) => part !== undefined && part !== '').join(' ');
  const message = event.message === undefined ? '' : `: ${event.message}`;
  // One event is one line, whatever a service has put into its message.
  return `${line}${message}`.replace(/[\r\n\u2028\u2029\p{Cc}]+/gu, ' ');
}
