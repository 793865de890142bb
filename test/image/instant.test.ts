import fc from 'fast-check';
import { instantOf, parseDuration, parseInstant } from '../../provider/image/instant';

describe('parseInstant', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2024-02-29T23:59:59Z', Date.UTC(2024, 1, 29, 23, 59, 59)],
    ['2024-06-01T08:00:00+08:00', Date.UTC(2024, 5, 1)],
    ['2024-05-31T17:30:00.250-06:30', Date.UTC(2024, 5, 1, 0, 0, 0, 250)],
  ])('reads %s', (text, ms) => {
    expect(parseInstant(text)).toBe(ms);
  });

  it.each([
    ...['', '2024', '2024-06-01', '2024-06-01T00:00Z', '2024-06-01 00:00:00Z'],
    ...['2024-06-01T00:00:00', '2024-06-01T00:00:00+0800', ' 2024-06-01T00:00:00Z'],
    ...['2024-02-30T00:00:00Z', '2023-02-29T00:00:00Z', '2024-00-01T00:00:00Z'],
    ...['2024-06-00T00:00:00Z', '2024-13-01T00:00:00Z', '2024-06-01T24:01:00Z'],
  ])('does not take %j for an instant', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('reads back every instant that is written', () => {
    const dates = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime());
      }),
    );
  });
});

describe('parseDuration', () => {
  it.each([
    ['0m', 0],
    ['90m', 90 * 60_000],
    ['36h', 36 * 3_600_000],
    ['7d', 7 * 86_400_000],
    ['2w', 14 * 86_400_000],
  ])('reads %s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(['', '7', 'd', '-7d', '7.5d', '7 d', '7D', '7s', '7y', '1d2h', '1234567d'])(
    'does not take %j for a duration',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );
});

describe('instantOf', () => {
  it('prefers the creation, and falls back to midnight of the build date', () => {
    const createdAt = '2024-03-22T10:00:00Z';
    const buildDate = '2024-03-11';
    const creation = { ms: Date.parse(createdAt), basis: 'createdAt' };
    expect(instantOf({ createdAt, buildDate })).toEqual(creation);
    expect(instantOf({ createdAt })).toEqual(creation);
    expect(instantOf({ buildDate })).toEqual({ ms: Date.UTC(2024, 2, 11), basis: 'buildDate' });
    expect(instantOf({ createdAt: 'lately', buildDate })?.basis).toBe('buildDate');
    expect(instantOf({ createdAt: 'lately', buildDate: 'then' })).toBeUndefined();
    expect(instantOf({})).toBeUndefined();
  });
});
