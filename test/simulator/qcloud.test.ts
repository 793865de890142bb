import { image, listed, refusal } from './answers';
import { qcloudRequest } from './requests';

describe('qcloud', () => {
  const cloud = 'qcloud';
  const images = [
    image({ cloud, id: 'img-aaaaaaaa', name: 'Centos 6.6 32-bit' }),
    image({ cloud, id: 'img-bbbbbbbb', name: 'mine', owner: 'self' }),
  ];

  it.each([
    ['ids counted from 0', { 'ImageIds.0': 'img-bbbbbbbb' }, ['img-bbbbbbbb']],
    ['ids counted from 1', { 'ImageIds.1': 'img-bbbbbbbb' }, ['img-bbbbbbbb']],
    [
      'a filter',
      { 'Filters.1.Name': 'image-type', 'Filters.1.Values.1': 'PRIVATE_IMAGE' },
      ['img-bbbbbbbb'],
    ],
    [
      'part of a name',
      { 'Filters.0.Name': 'image-name', 'Filters.0.Values.0': '6.6' },
      ['img-aaaaaaaa'],
    ],
  ])('narrows by %s', (_, parameters, ids) => {
    expect(listed(qcloudRequest(parameters), images)).toEqual(ids);
  });

  it.each([
    [
      'ids and filters',
      { 'ImageIds.0': 'img-aaaaaaaa', 'Filters.0.Name': 'image-id', 'Filters.0.Values.0': 'x' },
      'InvalidParameter.InvalidParameterCoexistImageIdsFilters',
    ],
    [
      'a filter of API 3.0',
      { 'Filters.0.Name': 'platform', 'Filters.0.Values.0': 'x' },
      'InvalidFilter',
    ],
    ['a filter without values', { 'Filters.0.Name': 'image-id' }, 'InvalidFilter'],
    ['an unknown parameter', { InstanceType: 'S1.SMALL1' }, 4000],
    ['a limit that is no number', { Limit: 'ten' }, 4000],
  ])('refuses %s', (_, parameters, code) => {
    expect(refusal(cloud, qcloudRequest(parameters))).toEqual({ status: 200, code });
  });

  it('refuses unknown actions, versions and paths', () => {
    expect(refusal(cloud, qcloudRequest({}, { action: 'DescribeImage' })).code).toBe(4000);
    expect(refusal(cloud, qcloudRequest({}, { version: '2016-01-01' })).code).toBe(6100);
    const elsewhere = { ...qcloudRequest({}), path: '/' };
    expect(refusal(cloud, elsewhere).code).toBe(4100);
  });
});
