import { describeError, renderError } from '../../provider/errors/describe-error';
import { ERROR_CODES, ImageError } from '../../provider/errors/image-error';

describe('describeError', () => {
  it.each(ERROR_CODES)('has a title for %s that holds nothing of the user', (code) => {
    const one = describeError(new ImageError(code, 'reason one', { cloud: 'alicloud' }));
    const other = describeError(new ImageError(code, 'reason two', { hint: 'do that' }));
    expect(one.code).toBe(code);
    expect(one.summary).toMatch(/^[A-Z][a-z ]{5,40}$/);
    expect(other.summary).toBe(one.summary);
    expect(other.hint).toBe('do that');
    expect(one.detail).toContain('reason one');
  });

  it('tells each code by its title', () => {
    const titles = ERROR_CODES.map((code) => describeError(new ImageError(code, '')).summary);
    expect(new Set(titles).size).toBe(ERROR_CODES.length);
  });

  it('takes any other thrown thing for a mistake of this package', () => {
    expect(describeError(new TypeError('x is not a function'))).toMatchObject({
      code: 'internal',
      detail: 'Unexpected: TypeError: x is not a function',
    });
    expect(describeError(undefined)).toMatchObject({ detail: 'Unexpected: undefined' });
  });

  it('leaves out a hint there is none of', () => {
    expect(describeError(new ImageError('cancelled', 'x'))).not.toHaveProperty('hint');
  });
});

describe('renderError', () => {
  it('says where, why, what the service answered and what to do', () => {
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
        '(DescribeImages, HTTP 400, code Throttling.User, request id 0A1B-2C, 8 tries)',
        '',
        'The account has used up its calls for now. Try again in a minute, or let fewer programs ask at once.',
      ].join('\n'),
    );
  });

  it('lists mistakes with their places, and none twice', () => {
    const issues = [
      { path: ['targets', 0], message: 'is not cloud/region' },
      { path: ['osType'], message: 'must be one of linux, windows' },
    ];
    const silent = new ImageError('invalid-query', 'the query has 2 mistakes', { issues });
    expect(renderError(silent)).toBe(
      'Invalid image query: the query has 2 mistakes\n  targets[0]: is not cloud/region\n  osType: must be one of linux, windows',
    );
    const telling = new ImageError(
      'invalid-query',
      `2 mistakes:\n${issues.map((i) => i.message).join('\n')}`,
      { issues },
    );
    expect(renderError(telling).match(/is not cloud/g)).toHaveLength(1);
  });
});
