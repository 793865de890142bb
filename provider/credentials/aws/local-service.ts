/**
 * Requests to services on this machine or on its link, which issue keys: never through a proxy, and
 * with a short timeout, since a machine without such a service gets no answer at all.
 */
import { abortError } from '../../errors/abort-error';

/** How long an answer may take. Milliseconds. */
const PATIENCE_MS = 1000;

const LARGEST_BYTES = 64 * 1024;

interface LocalAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** @throws the error of Node, or an abort error */
export async function askLocally(
  url: string,
  request: {
    readonly method?: 'GET' | 'PUT';
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal: AbortSignal;
  },
): Promise<LocalAnswer> {
  const { signal, method = 'GET', headers = {} } = request;
  if (signal.aborted) throw abortError(signal);
  const { request: send } = url.startsWith('https:')
    ? await import('node:https')
    : await import('node:http');
  return new Promise((resolve, reject) => {
    const call = send(
      url,
      { method, headers, signal, timeout: PATIENCE_MS, agent: false },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
          if (text.length > LARGEST_BYTES) call.destroy(new Error('the answer is too large'));
        });
        answer.on('end', () => {
          const { statusCode: status = 0, headers } = answer;
          resolve({ status, headers, text });
        });
        answer.on('error', reject);
      },
    );
    const timer = setTimeout(() => call.destroy(new Error('no answer')), PATIENCE_MS);
    call.on('close', () => clearTimeout(timer));
    call.on('timeout', () => call.destroy(new Error('no answer')));
    call.on('error', (error) => reject(signal.aborted ? abortError(signal) : error));
    call.end();
  });
}
