import { buildKey } from '../../provider/image/same-build';
import { anImage } from './an-image';

describe('buildKey', () => {
  const own = anImage({ id: 'm-1', name: 'golden', owner: 'self', architecture: 'x86_64' });

  it('is the id of a cloud’s own image, whatever its name is', () => {
    const image = anImage({ id: 'a', owner: 'public' });
    expect(buildKey({ ...image, name: 'other' })).toBe(buildKey(image));
    expect(buildKey({ ...image, id: 'b' })).not.toBe(buildKey(image));
  });

  it('is not the id of other images, whose copies have an id of their own', () => {
    expect(buildKey({ ...own, id: 'm-2' })).toBe(buildKey(own));
  });

  it.each([
    ['name', { name: 'golden-2' }],
    ['architecture', { architecture: 'arm64' }],
    ['owner', { owner: 'shared' }],
  ] as const)('tells images apart that differ in their %s', (_, change) => {
    expect(buildKey({ ...own, ...change })).not.toBe(buildKey(own));
  });
});
