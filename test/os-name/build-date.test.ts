import { casesOf } from '../in-full';
import fc from 'fast-check';
import { anyText } from '../any-text';
import { findDates } from '../../provider/os-name/build-date';
import { readOsName } from '../../provider/os-name/os-name';

const buildDate = (name: string): string | undefined => readOsName({ name }).buildDate;

describe('the build date in a name', () => {
  it.each([
    ['ubuntu2404_20240712', '2024-07-12'],
    ['ubuntu_22_04_x64_20G_alibase_20240322.vhd', '2024-03-22'],
    ['aliyun-2.1903-x64-20G-alibase-20190507.vhd', '2019-05-07'],
    ['golden-rocky8-web-2024-11-03', '2024-11-03'],
    ['Windows_Server-2022-English-Full-Base-2024.04.10', '2024-04-10'],
    ['image_2024_04_10_final', '2024-04-10'],
    ['debian-12-bookworm-v20240415', '2024-04-15'],
    ['v20240415', '2024-04-15'],
    ['20240415', '2024-04-15'],
    ['backup20240415', '2024-04-15'],
    ['amzn2-ami-hvm-2.0.20240329.0-x86_64-gp2', '2024-03-29'],
    ['web-202404101234', '2024-04-10'],
    ['web-20240410123456', '2024-04-10'],
    ['web-20240501T120000', '2024-05-01'],
    ['web-20240501T120000Z', '2024-05-01'],
    ['web-2024-05-01T12:00:00Z', '2024-05-01'],
    ['web-2024-05-01T12:00:00.123Z', '2024-05-01'],
    ['web-20240501t1200z.img', '2024-05-01'],
    ['9.3.2023121114', '2023-12-11'],
    ['2024041099', undefined],
    ['镜像20240415版', '2024-04-15'],
    ['20000101', '2000-01-01'],
    ['20991231', '2099-12-31'],
    ['20240229', '2024-02-29'],
    ['20000229', '2000-02-29'],
  ])('finds the date in %s', (text, date) => {
    expect(buildDate(text)).toBe(date);
  });

  it.each([
    ['no such day', 'backup-20240231'],
    ['no such day of a common year', 'backup-20230229'],
    ['no such month', 'backup-20241301'],
    ['day zero', 'backup-20240400'],
    ['before 2000', 'backup-19991231'],
    ['after 2099', 'backup-21000101'],
    ['a part of a longer number', '1202404150'],
    ['a part of a longer number', '202404151'],
    ['no time behind it', '202404152501'],
    ['no minute behind it', '202404151260'],
    ['separators that differ', '2024-04.10'],
    ['one separator alone', '2024-0410'],
    ['months of one digit', '2024-4-1'],
    ['a random id', 'ami-0ab20240415cd'],
    ['a random id', 'm-bp20240415'],
    ['a random id', 'img-x20240415'],
    ['letters behind', '20240415a'],
    ['a UUID', '20240415-1234-4abc-8def-0123456789ab'],
    ['versions', 'ubuntu-22.04.3'],
    ['nothing', ''],
  ])('finds no date in a name with %s: %s', (_, text) => {
    expect(buildDate(text)).toBeUndefined();
  });

  it('reads the last of several dates in a name', () => {
    expect(buildDate('from-20230101-built-2024.02.03')).toBe('2024-02-03');
    expect(buildDate('20240203-20230101')).toBe('2023-01-01');
    expect(buildDate('20240203-20240231')).toBe('2024-02-03');
  });

  it('finds every calendar day in every form, and no impossible day', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2110 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        fc.constantFrom('', '-', '.', '_'),
        (year, month, day, gap) => {
          const time = new Date(Date.UTC(year, month - 1, day));
          const isReal = time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
          const isExpected = isReal && year >= 2000 && year <= 2099;
          const date = [year, two(month), two(day)];
          expect(buildDate(`golden-${date.join(gap)}-a`)).toBe(
            isExpected ? date.join('-') : undefined,
          );
        },
      ),
      { numRuns: casesOf(500) },
    );
  });

  it('never throws, and returns dates in order with the offsets where they are written', () => {
    const text = fc.oneof(
      anyText(),
      fc
        .array(fc.constantFrom('2024', '0229', '20', '-', '.', '_', 'T', 'v', 'a', '0'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (name) => {
        let end = 0;
        for (const span of findDates(name)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          end = span.end;
          const written = name.slice(span.start, span.end).replace(/[^0-9]/g, '');
          expect(written.startsWith(span.date.replaceAll('-', ''))).toBe(true);
        }
      }),
      { numRuns: casesOf(500) },
    );
  });
});
