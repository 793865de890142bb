import { casesOf } from '../in-full';
import fc from 'fast-check';
import { instantOf, parseDuration, parseInstant, parseTime } from '../../provider/image/instant';

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
    ...['x2024-06-01T00:00:00Z', '2024-06-01T00:00:00Zx', '2024-06-01T00:00:00+08:000'],
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

describe('parseTime', () => {
  it.each([
    ...['2026-01-31T08:00:00Z', '2026-01-31T08:00:00.123Z', '0000-01-01T00:00:00Z'],
    ...['0001-02-28T23:59:59.999Z', '1899-12-31T23:59:59Z', '2000-02-29T12:00:00Z'],
    // Days that a month does not have, and hours that no day has.
    ...['2023-02-29T00:00:00Z', '2024-02-30T00:00:00Z', '2024-04-31T00:00:00Z'],
    ...['2024-04-32T00:00:00Z', '2024-04-00T00:00:00Z', '2024-00-10T00:00:00Z'],
    ...['2024-13-01T00:00:00Z', '2024-06-01T24:00:00Z', '2024-06-01T24:00:01Z'],
    ...['2024-06-01T23:60:00Z', '2024-06-01T23:00:60Z', '2024-06-01T23:00:00.1aZ'],
    // Wrong punctuation.
    ...['2024x06-01T00:00:00Z', '2024-06x01T00:00:00Z', '2024-06-01x00:00:00Z'],
    ...['2024-06-01T00x00:00Z', '2024-06-01T00:00x00Z', '2024-06-01T00:00:00x123Z'],
    ...['2024-06-01T00:00:00+', '2024-06-01T00:00:00.123+'],
    // Other forms, some as long.
    ...['2024-06-01T00:00:0Z', '2024-06-01 00:00:00Z', '2024/06/01T00:00:00Z'],
    ...['2024-06-01T08:00:00z', '2024-06-01T08:00:00.12Z', '2024-06-01T08:00:00.1234Z'],
    ...['2024-06-01T08:00:00+08:00', '2024-06-01T08:00+08:0000', '+02024-06-01T08:00Z'],
    ...['2024-06-01', '', 'last Tuesday', '２024-06-01T00:00:00Z', '2024-06-01T00:00:-1Z'],
  ])('reads %j as Date.parse does', (text) => {
    expect(parseTime(text)).toBe(Date.parse(text));
  });

  it.each([
    ['2026-01-01T00:00:00Z', Date.UTC(2026, 0, 1)],
    ['2026-12-31T23:59:59Z', Date.UTC(2026, 11, 31, 23, 59, 59)],
    ['2026-12-31T23:59:59.999Z', Date.UTC(2026, 11, 31, 23, 59, 59, 999)],
  ])('reads %s without Date.parse, which is several times as slow', (text, ms) => {
    const parse = jest.spyOn(Date, 'parse');
    try {
      expect(parseTime(text)).toBe(ms);
      expect(parse).not.toHaveBeenCalled();
    } finally {
      parse.mockRestore();
    }
  });

  it('reads every day of many years, and random changes of it, as Date.parse does', () => {
    const ms = fc.integer({ min: Date.UTC(1700, 0, 1), max: Date.UTC(2500, 0, 1) });
    const change = fc.tuple(fc.nat(23), fc.constantFrom(...'0123456789-:TZ. '));
    fc.assert(
      fc.property(ms, fc.boolean(), fc.option(change), (instant, isWhole, changed) => {
        const written = new Date(instant).toISOString();
        const text = isWhole ? `${written.slice(0, 19)}Z` : written;
        const [at, character] = changed ?? [text.length, ''];
        const read = text.slice(0, at) + character + text.slice(at + 1);
        expect(parseTime(read)).toBe(Date.parse(read));
      }),
      { numRuns: casesOf(2000) },
    );
    const years = casesOf(400);
    for (
      let day = Date.UTC(2000 - years, 0, 1);
      day < Date.UTC(2000 + years, 0, 1);
      day += 86_400_000
    ) {
      const text = new Date(day).toISOString();
      if (parseTime(text) !== day) throw new Error(`${text} was read as ${parseTime(text)}`);
    }
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
