import { abortError } from '../../provider/errors/abort-error';
import { causeCode, isRetryable, isThrottling } from '../../provider/errors/classify';
import { ERROR_CODES, ImageError } from '../../provider/errors/image-error';
import { withFacts } from '../../provider/errors/with-facts';

const those = (holds: (error: unknown) => boolean) =>
  ERROR_CODES.filter((code) => holds(new ImageError(code, 'x')));

const because = (code: string) =>
  new ImageError('unavailable', 'x', { cause: Object.assign(new Error(code), { code }) });

describe('classification', () => {
  it('knows what may succeed on another try', () => {
    expect(those(isRetryable)).toEqual(['throttled', 'unavailable', 'timeout']);
    for (const code of ['ECONNRESET', 'ECONNREFUSED', 'EAI_AGAIN']) {
      expect([code, isRetryable(because(code))]).toEqual([code, true]);
    }
    for (const code of [
      'ENOTFOUND',
      'EPROTO',
      'CERT_HAS_EXPIRED',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'ERR_SSL_WRONG_VERSION_NUMBER',
    ]) {
      expect([code, isRetryable(because(code))]).toEqual([code, false]);
    }
  });

  it('recognizes throttling', () => {
    expect(those(isThrottling)).toEqual(['throttled']);
  });

  it.each([undefined, null, 'no-match', new Error('no-match'), { code: 'throttled' }])(
    'says no to %p',
    (thing) => {
      expect([isRetryable(thing), isThrottling(thing)]).toEqual([false, false]);
      expect(causeCode(thing)).toBeUndefined();
    },
  );
});

describe('withFacts', () => {
  it('adds what is new and keeps what was nearer to the failure', () => {
    const cause = new Error('underneath');
    const error = new ImageError('unavailable', 'busy', { httpStatus: 503, cause });
    const richer = withFacts(error, { httpStatus: 500, cloud: 'qcloud', attempts: 3 });
    expect(richer).toMatchObject({
      code: 'unavailable',
      message: '[unavailable] qcloud: busy',
      facts: { httpStatus: 503, cloud: 'qcloud', attempts: 3 },
    });
    expect(richer.cause).toBe(cause);
    expect(richer.stack).toContain('[unavailable] qcloud: busy');
    expect(richer.stack?.split('\n    at ').slice(1)).toEqual(
      error.stack?.split('\n    at ').slice(1),
    );
  });
});

describe('abortError', () => {
  it('tells cancellation, a timeout, and a reason of ours', () => {
    const ours = new ImageError('unavailable', 'x');
    expect(abortError(AbortSignal.abort())).toMatchObject({ code: 'cancelled' });
    expect(abortError(AbortSignal.abort('stop'))).toMatchObject({ code: 'cancelled' });
    expect(abortError(AbortSignal.abort(new DOMException('', 'TimeoutError')))).toMatchObject({
      code: 'timeout',
    });
    expect(abortError(AbortSignal.abort(ours))).toBe(ours);
  });
});
