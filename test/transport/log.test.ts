import {
  redactingLogger,
  silentLogger,
  stderrLogger,
  type LogEvent,
} from '../../provider/transport/log';
import { createRedactor } from '../../provider/transport/redact';

const REQUEST: LogEvent = {
  event: 'request',
  cloud: 'alicloud',
  region: 'cn-hangzhou',
  operation: 'DescribeImages',
  page: 3,
  attempt: 2,
  status: 503,
  ms: 812.4,
  requestId: '0A1B',
  message: 'busy',
};

function written(
  level: 'debug' | 'info' | 'silent',
  ...events: readonly LogEvent[]
): readonly string[] {
  const lines: string[] = [];
  const logger = stderrLogger(level, (line) => lines.push(line));
  for (const event of events) logger.debug(event);
  return lines;
}

describe('stderrLogger', () => {
  it('writes one line per event', () => {
    expect(
      written(
        'debug',
        REQUEST,
        { event: 'note', message: 'read twice' },
        { event: 'retry', cloud: 'qcloud' },
      ),
    ).toEqual([
      'cloudimages request alicloud/cn-hangzhou DescribeImages page 3, try 2, HTTP 503, 812 ms, request id 0A1B: busy\n',
      'cloudimages note: read twice\n',
      'cloudimages retry qcloud\n',
    ]);
  });

  it('writes one line and escapes control characters, whatever a service sends', () => {
    const message = 'a\nb\r\nc\u001b[31md\u2028e';
    expect(written('debug', { event: 'note', message })).toEqual([
      'cloudimages note: a b c\\u001b[31md e\n',
    ]);
  });

  it('leaves requests out at info, and everything when silent', () => {
    const retry: LogEvent = { event: 'retry' };
    expect(written('info', REQUEST, retry)).toEqual(['cloudimages retry\n']);
    expect(written('silent', REQUEST, retry)).toEqual([]);
    expect(silentLogger.debug(REQUEST)).toBeUndefined();
  });
});

describe('redactingLogger', () => {
  it('redacts every string of an event', () => {
    const events: LogEvent[] = [];
    const logger = redactingLogger(
      { debug: (event) => events.push(event) },
      createRedactor(['MARKED']),
    );
    const texts = { message: 'with MARKED', requestId: 'MARKED', operation: 'MARKED' };
    logger.debug({ ...REQUEST, ...texts });
    logger.debug({ event: 'retry' });
    expect(events).toEqual([
      {
        ...REQUEST,
        message: 'with [redacted]',
        requestId: '[redacted]',
        operation: '[redacted]',
      },
      { event: 'retry' },
    ]);
  });
});
