/**
 * The provider's log: one JSON object per line on standard error, as Terraform's logger reads it.
 * Terraform shows it when `TF_LOG` or `TF_LOG_PROVIDER` is set.
 */

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';

/** Writes one entry. `fields` are facts for programs; nothing secret may be among them. */
export type Log = (level: LogLevel, message: string, fields?: LogFields) => void;

export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** Terraform cuts longer lines in two, which makes both unreadable. */
const MAX_MESSAGE_LENGTH = 16_384;

/** What the log needs from the process. */
export interface LogSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly write: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A log that writes only when someone reads it. */
export function createLog({ environment, write, now }: LogSurroundings): Log {
  const wanted = environment['TF_LOG_PROVIDER'] ?? environment['TF_LOG'] ?? '';
  if (wanted === '' || wanted.toUpperCase() === 'OFF') return () => undefined;
  return (level, message, fields = {}) => {
    const entry = {
      '@level': level,
      '@message': message.slice(0, MAX_MESSAGE_LENGTH),
      '@module': 'cloudimages',
      '@timestamp': timestamp(now()),
      ...fields,
    };
    write(`${JSON.stringify(entry)}\n`);
  };
}

/** Exactly six digits after the second: with three, Terraform takes the line for plain text. */
function timestamp(ms: number): string {
  return new Date(ms).toISOString().replace(/Z$/, '000Z');
}
