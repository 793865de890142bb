import {
  failure,
  failureError,
  isWholeAnswer,
  meaningOf,
  type FailureTable,
} from '../../provider/clouds/definition/failures';

const TABLE: FailureTable = {
  'InvalidImageId.NotFound': 'no-such-image',
  'InvalidImageId.*': 'bad-request',
  Throttling: 'throttled',
};

describe('meaningOf', () => {
  it.each([
    ['InvalidImageId.NotFound', 404, 'no-such-image'],
    ['InvalidImageId.NotFound.Other', 404, 'bad-request'],
    ['InvalidImageId', 500, 'unavailable'],
    ['Throttling', 400, 'throttled'],
    ['Throttling.User', 429, 'throttled'],
    ['Throttling.User', 400, 'bad-request'],
    ['New', 401, 'unauthenticated'],
  ])('of %s with status %d is %s', (code, status, meaning) => {
    expect(meaningOf(TABLE, code, status)).toBe(meaning);
  });
});

describe('isWholeAnswer', () => {
  it.each([
    [199, false],
    [200, true],
    [206, false],
    [299, true],
    [300, false],
    [404, false],
  ])('with status %d: %s', (status, whole) => {
    expect(isWholeAnswer(status)).toBe(whole);
  });
});

describe('failure', () => {
  it('keeps what the envelope says', () => {
    expect(failure('Forbidden', 'Not allowed.', 'r-1')).toEqual({
      code: 'Forbidden',
      message: 'Not allowed.',
      requestId: 'r-1',
    });
  });

  it('has a code for an envelope without one', () => {
    expect(failure(undefined, { nested: true }, undefined)).toEqual({
      code: 'unknown',
      message: '',
      requestId: undefined,
    });
  });
});

describe('failureError', () => {
  const said = { code: 'Denied', message: ' Ask your administrator. ', requestId: 'r-1' };
  const facts = { cloud: 'alicloud', region: 'cn-hangzhou' } as const;

  it('repeats the code and the message, and keeps the facts', () => {
    expect(failureError('forbidden', said, facts)).toMatchObject({
      code: 'forbidden',
      reason: 'Denied: Ask your administrator.',
      facts: { ...facts, vendorCode: 'Denied', requestId: 'r-1' },
    });
  });

  it('has no colon without a message, and no request id without one', () => {
    const error = failureError('throttled', { code: 'Busy', message: ' ' }, facts);
    expect(error).toMatchObject({ code: 'throttled', reason: 'Busy' });
    expect(error.facts).toEqual({ ...facts, vendorCode: 'Busy' });
  });

  it.each([
    ['no-such-region', 'bad-request', 'Denied: Ask your administrator.'],
    [
      'no-such-image',
      'bad-response',
      'Denied: Ask your administrator. (the request did not name one image id)',
    ],
    [
      'no-such-tag',
      'bad-response',
      'Denied: Ask your administrator. (the request did not name one tag key)',
    ],
  ] as const)('turns %s into %s', (meaning, code, reason) => {
    expect(failureError(meaning, said, facts)).toMatchObject({ code, reason });
  });
});
