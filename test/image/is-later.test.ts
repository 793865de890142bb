import { isLater } from '../../provider/image/is-later';
import { anImage } from './an-image';

const OLD = anImage({ createdAt: '2024-01-01T00:00:00Z', osVersion: '22.04' });
const NEW = anImage({ createdAt: '2024-02-01T00:00:00Z', osVersion: '22.04' });
/** A higher version that was built before the others. */
const HIGHER = anImage({ createdAt: '2023-12-01T00:00:00Z', osVersion: '24.04' });
const DEBIAN = anImage({ createdAt: undefined, distro: 'debian', osVersion: '12' });
const UNDATED = anImage({ createdAt: undefined, osVersion: '22.10' });
const NAMELESS = anImage({ createdAt: undefined, osVersion: undefined });

describe('isLater', () => {
  it.each([
    ['newer of one version', NEW, OLD, { recent: true, version: true }],
    ['the same', NEW, NEW, { recent: false, version: false }],
    ['of a higher version, but older', HIGHER, NEW, { recent: false, version: true }],
    ['of a higher version, without a time', UNDATED, NEW, { recent: true, version: true }],
    ['of another distribution, without a time', UNDATED, DEBIAN, { recent: false, version: false }],
    ['of an unknown version, without a time', UNDATED, NAMELESS, { recent: false, version: false }],
  ])('%s', (_, first, second, expected) => {
    for (const order of ['recent', 'version'] as const) {
      expect([order, isLater(first, second, order)]).toEqual([order, expected[order]]);
      const isReversed = !expected[order] && first === HIGHER;
      expect([order, isLater(second, first, order)]).toEqual([order, isReversed]);
    }
  });

  it('takes the build date of an image without a creation time', () => {
    const built = anImage({ createdAt: undefined, buildDate: '2024-01-15' });
    expect(isLater(built, OLD, 'recent')).toBe(true);
    expect(isLater(NEW, built, 'recent')).toBe(true);
    expect(isLater(built, NEW, 'recent')).toBe(false);
  });
});
