/** The parameters of ZEC DescribeImages. */
import type { CatalogImage } from '../../catalog-image';
import { isArray, isRecord, WireError, type Json } from '../../wire';
import { ZENLAYERCLOUD } from './vocabulary';

const MOST_TAGS = 20;

const TEXT_FILTERS = ['category', 'imageType', 'imageSource', 'osType', 'imageStatus'] as const;

/** Words the API documents for its closed enumerations. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  imageType: ['PUBLIC_IMAGE', 'CUSTOM_IMAGE'],
  imageSource: ['OFFICIAL', 'MARKETING', 'CUSTOM', 'APP'],
  osType: ['linux', 'bsd', 'windows', 'android', 'any'],
  imageStatus: [
    ...['CREATING', 'AVAILABLE', 'UNAVAILABLE', 'SYNCING', 'FAILED', 'DELETING', 'PROCESSING'],
  ],
};

/** A listing's parameters, checked. */
export interface ZenlayerQuery {
  readonly zoneId: string;
  readonly imageIds: readonly string[];
  readonly pageNum: number;
  readonly pageSize: number;
  /** `fields`: the image as printed, since the filters carry the names of its fields. */
  readonly keep: (image: CatalogImage, fields: Readonly<Record<string, Json>>) => boolean;
}

/** Throws the vendor's error for what the API does not take. */
export function readZenlayerQuery(body: Readonly<Record<string, unknown>>): ZenlayerQuery {
  refuseUnknown(body, [
    ...['zoneId', 'imageIds', 'imageName', 'pageNum', 'pageSize', 'tagKeys', 'tags'],
    ...TEXT_FILTERS,
  ]);
  const zoneId = optionalText(body, 'zoneId');
  if (zoneId === undefined) throw new WireError('MISSING_PARAMETER', 'zoneId is missing.', 400);

  const imageIds = strings(body, 'imageIds');
  const imageName = optionalText(body, 'imageName');
  const tagKeys = strings(body, 'tagKeys');
  const tags = list(body, 'tags').map(readTag);
  if (tagKeys.length > MOST_TAGS) throw invalid('tagKeys', `takes at most ${MOST_TAGS} keys`);
  if (tags.length > MOST_TAGS) throw invalid('tags', `takes at most ${MOST_TAGS} tags`);
  const exact = TEXT_FILTERS.flatMap((name) => {
    const value = optionalText(body, name);
    if (value === undefined) return [];
    if (WORDS[name] && !WORDS[name].includes(value)) throw invalid(name, `cannot be "${value}"`);
    return name === 'osType' && value === 'any' ? [] : [[name, value] as const];
  });
  const { usual, largest } = ZENLAYERCLOUD.pageSize;
  return {
    zoneId,
    imageIds,
    pageNum: integer(body, 'pageNum', 1, Infinity),
    pageSize: integer(body, 'pageSize', usual, largest),
    keep: (image, fields) =>
      (imageIds.length === 0 || imageIds.includes(image.id)) &&
      (imageName === undefined || image.name.includes(imageName)) &&
      exact.every(([name, value]) => fields[name] === value) &&
      tagKeys.every((key) => Object.hasOwn(image.tags ?? {}, key)) &&
      tags.every(([key, value]) => image.tags?.[key] === value),
  };
}

/** Refuses a member that the action does not have. */
export function refuseUnknown(
  body: Readonly<Record<string, unknown>>,
  known: readonly string[],
): void {
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalid(unknown, 'is not known');
}

function invalid(name: string, problem: string): WireError {
  return new WireError('INVALID_PARAMETER', `The parameter ${name} ${problem}.`, 400);
}

function optionalText(body: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = body[name] ?? undefined;
  if (value !== undefined && typeof value !== 'string') throw invalid(name, 'must be a string');
  return value;
}

function list(body: Readonly<Record<string, unknown>>, name: string): readonly Json[] {
  const value = body[name] ?? [];
  if (!isArray(value)) throw invalid(name, 'must be an array');
  return value;
}

/** A member that must be an array of strings; empty where it is absent. */
export function strings(body: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  return list(body, name).map((item) => {
    if (typeof item !== 'string') throw invalid(name, 'must be an array of strings');
    return item;
  });
}

function readTag(value: unknown): readonly [key: string, value: string] {
  if (!isRecord(value) || typeof value['key'] !== 'string' || typeof value['value'] !== 'string') {
    throw invalid('tags', 'must be an array of {key, value}');
  }
  return [value['key'], value['value']];
}

function integer(
  body: Readonly<Record<string, unknown>>,
  name: string,
  usual: number,
  largest: number,
): number {
  const value = body[name] ?? usual;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > largest) {
    throw invalid(name, `must be an integer from 1 to ${largest}`);
  }
  return value;
}
