import { isImageError } from '../../provider/errors/image-error';
import { parseProject } from '../../provider/project/project-file';

const parse = (cache: unknown) => parseProject(JSON.stringify({ cache }), 'cloudimages.json');

describe('the cache in cloudimages.json', () => {
  test('may have times, and the store of files', () => {
    const cache = { store: 'file', ttl: '5m', grace: '2h' };
    expect(parse(cache).cache).toEqual(cache);
    expect(parseProject('{}', 'cloudimages.json').cache).toEqual({});
  });

  test('must not name a server, an account or a key, since the file is not trusted', () => {
    const cache = { store: 'redis://cache:6379', account: 'prod', key: 'k', ttl: '5m' };
    try {
      parse(cache);
      throw new Error('accepted');
    } catch (error) {
      if (!isImageError(error)) throw error;
      expect(error.code).toBe('invalid-configuration');
      expect(error.facts.issues?.map(({ path }) => path.join('.')).toSorted()).toEqual([
        'cache.account',
        'cache.key',
        'cache.store',
      ]);
    }
  });

  test('reports times that are not durations', () => {
    expect(() => parse({ ttl: 'soon', grace: '1y' })).toThrow(
      /cache\.ttl: "soon" is not a duration.*\n.*cache\.grace: "1y" is not a duration/,
    );
  });
});
