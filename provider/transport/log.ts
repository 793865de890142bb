/** Log events about the work of the library. Silent by default. */

import { printable } from '../errors/printable';
import type { Redactor } from './redact';

/** One thing that happened. Contains no secret: every logger is behind {@link redactingLogger}. */
export interface LogEvent {
  /** `request`: an answer came. `retry`: a try failed and another follows. `note`: something else worth knowing. */
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

/** `debug` logs everything, `info` all but requests, `silent` nothing. */
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

/** A logger whose every string has gone through a redactor. */
export function redactingLogger(logger: Logger, redact: Redactor): Logger {
  if (logger === silentLogger) return logger;
  return {
    debug(event) {
      const entries = Object.entries(event).map(([name, value]: [string, unknown]) => [
        name,
        typeof value === 'string' && name !== 'event' ? redact(value) : value,
      ]);
      // The same fields, of the same types.
      logger.debug(Object.fromEntries(entries) as LogEvent);
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
  return printable(`${line}${message}`.replace(/[\s\u2028\u2029]+/g, ' '));
}
