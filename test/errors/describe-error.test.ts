import { describeError, renderError } from '../../provider/errors/describe-error';
import { ERROR_CODES, ImageError } from '../../provider/errors/image-error';
import { problemsError } from '../../provider/errors/problems';

describe('describeError', () => {
  it.each(ERROR_CODES)('has a title for %s without user data', (code) => {
    const one = describeError(new ImageError(code, 'reason one', { cloud: 'alicloud' }));
    const other = describeError(new ImageError(code, 'reason two', { hint: 'do that' }));
    expect(one.code).toBe(code);
    expect(one.summary).toMatch(/^[A-Z][a-z ]{5,40}$/);
    expect(other.summary).toBe(one.summary);
    expect(other.hint).toBe('do that');
    expect(one.detail).toContain('reason one');
  });

  it('has a different title for each code', () => {
    const titles = ERROR_CODES.map((code) => describeError(new ImageError(code, '')).summary);
    expect(new Set(titles).size).toBe(ERROR_CODES.length);
  });

  it('describes anything else that is thrown as an internal error', () => {
    expect(describeError(new TypeError('x is not a function'))).toMatchObject({
      code: 'internal',
      detail: 'Unexpected: TypeError: x is not a function',
    });
    expect(describeError(undefined)).toMatchObject({ detail: 'Unexpected: undefined' });
  });

  it('omits the hint if there is none', () => {
    expect(describeError(new ImageError('cancelled', 'x'))).not.toHaveProperty('hint');
  });
});

describe('renderError', () => {
  it('prints where, why, what the service answered and what to do', () => {
    const error = new ImageError('throttled', 'Throttling.User: Request was denied', {
      cloud: 'alicloud',
      region: 'cn-hangzhou',
      operation: 'DescribeImages',
      httpStatus: 400,
      vendorCode: 'Throttling.User',
      requestId: '0A1B-2C',
      attempts: 8,
    });
    expect(renderError(error)).toBe(
      [
        'Too many requests: alicloud/cn-hangzhou: Throttling.User: Request was denied',
        '(DescribeImages, HTTP 400, code Throttling.User, request id 0A1B-2C, 8 attempts)',
        '',
        'The account has reached its request limit. Try again in a minute, or run fewer programs at once.',
      ].join('\n'),
    );
  });

  it('lists problems with their paths, once', () => {
    const issues = [
      { path: ['targets', 0], message: 'is not cloud/region' },
      { path: ['osType'], message: 'must be one of linux, windows' },
      { path: [], message: 'must be an object' },
    ];
    const error = problemsError('invalid-query', 'the query', issues);
    const lines = [
      'the query has 3 problems:',
      '  targets[0]: is not cloud/region',
      '  osType: must be one of linux, windows',
      '  (the whole input): must be an object',
    ].join('\n');
    expect(error.reason).toBe('the query has 3 problems');
    expect(error.message).toBe(`[invalid-query] ${lines}`);
    expect(renderError(error)).toBe(`Invalid image query: ${lines}`);
    expect(problemsError('invalid-query', 'the query', issues.slice(0, 1)).reason).toBe(
      'the query has a problem',
    );
  });

  it('escapes control characters in all of its parts', () => {
    const shown = renderError(
      new ImageError('bad-request', 'a\x1b]0;x\x07', {
        requestId: 'b\x9b',
        vendorCode: 'c\u202e',
        hint: 'd\x1b[2J',
        issues: [{ path: ['e\x1b'], message: 'f\r' }],
      }),
    );
    expect(shown).toBe(
      [
        'Request rejected by the cloud: a\\u001b]0;x\\u0007:',
        '  e\\u001b: f\\u000d',
        '(code c\\u202e, request id b\\u009b)',
        '',
        'd\\u001b[2J',
      ].join('\n'),
    );
    expect(renderError(new Error('\x1b[2J'))).toContain('\\u001b[2J');
  });
});
