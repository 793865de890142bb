import { ImageError } from '../../provider/errors/image-error';
import { redactError } from '../../provider/errors/redact-error';

const redact = (text: string) => text.replaceAll('MARKED', '[redacted]');

describe('redactError', () => {
  it('returns the same error if nothing has to go', () => {
    const error = new ImageError('timeout', 'slow', { cloud: 'alicloud', attempts: 2 });
    expect(redactError(error, redact)).toBe(error);
  });

  it('redacts the reason, every fact and the cause', () => {
    const cause = new ImageError('bad-request', 'a MARKED cause');
    const error = new ImageError('bad-request', 'a MARKED reason', {
      httpStatus: 400,
      vendorCode: 'MARKED',
      requestId: 'x-MARKED',
      hint: 'MARKED',
      issues: [{ path: ['a', 0], message: 'MARKED' }],
      data: { text: 'MARKED', list: [1, null, 'MARKED'] },
      cause,
    });
    const clean = redactError(error, redact);
    expect(clean).toMatchObject({
      code: 'bad-request',
      reason: 'a [redacted] reason',
      facts: {
        httpStatus: 400,
        vendorCode: '[redacted]',
        requestId: 'x-[redacted]',
        hint: '[redacted]',
        issues: [{ path: ['a', 0], message: '[redacted]' }],
        data: { text: '[redacted]', list: [1, null, '[redacted]'] },
        cause: { reason: 'a [redacted] cause' },
      },
    });
    expect(clean.message).not.toContain('MARKED');
  });

  it('redacts a reason whose facts are clean', () => {
    const error = new ImageError('bad-request', 'MARKED', { httpStatus: 400 });
    expect(redactError(error, redact).reason).toBe('[redacted]');
  });

  it('turns anything else into an internal error, with a redacted stack', () => {
    const bug = new TypeError('x is MARKED');
    const internal = redactError(bug, redact);
    expect(internal).toMatchObject({
      code: 'internal',
      reason: 'unexpected: TypeError: x is [redacted]',
    });
    expect(internal.stack).toContain('redact-error.test');
    expect(internal.stack).not.toContain('MARKED');
    expect(redactError('MARKED', redact).reason).toBe('unexpected: [redacted]');
  });
});
