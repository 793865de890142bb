import { parseImportId } from '../../provider/pin/import-id';

describe('parseImportId', () => {
  it('reads the target and the image id, and makes the query that means this image only', () => {
    expect(parseImportId('alicloud/cn-hangzhou/m-bp1abc')).toEqual({
      target: 'alicloud/cn-hangzhou',
      imageId: 'm-bp1abc',
      query: { targets: ['alicloud/cn-hangzhou'], imageIds: ['m-bp1abc'] },
    });
  });

  it('takes everything after the region for the image id', () => {
    expect(parseImportId('alicloud/cn-hangzhou/a/b\nc')?.imageId).toBe('a/b\nc');
  });

  it.each(['', 'm-1', 'alicloud/m-1', 'alicloud/cn-hangzhou/', '/cn-hangzhou/m-1', '/a/b/m-1'])(
    'rejects %j',
    (id) => {
      expect(parseImportId(id)).toBeUndefined();
    },
  );
});
