/** Readers of Compute Engine's image object that are more than a field and its words. */
import type { Image } from '../../image/answer.generated';
import type { ImageStatus, OsType, Owner } from '../../image/words';
import type { InferenceFacts } from '../definition/cloud-definition';
import {
  instant,
  isObject,
  listAt,
  text,
  valueAt,
  word,
  type RawImage,
  type Report,
} from '../definition/field-readers';
import { isPublicProject } from './publishers';

const STATUS = {
  READY: 'available',
  PENDING: 'pending',
  FAILED: 'failed',
  DELETING: 'failed',
} as const;

/** New disks cannot be made from obsolete and deleted images; deprecated ones still work. */
const DEPRECATION = {
  ACTIVE: 'active',
  DEPRECATED: 'deprecated',
  OBSOLETE: 'unusable',
  DELETED: 'unusable',
} as const;

const readStatus = word('status', STATUS);
const readDeprecationTime = instant('deprecated.deprecated');
const readDeprecation = word('deprecated.state', DEPRECATION);

/** What a self link names, whatever the version and the host of the API in it. */
export function projectAndName(
  link: string,
): { readonly project: string; readonly name: string } | undefined {
  const match =
    /^https:\/\/[a-z.]+\/compute\/[a-z0-9]+\/projects\/([a-z][-a-z0-9.:]{0,127})\/global\/images\/([a-z][-a-z0-9]{0,62})$/.exec(
      link,
    );
  if (match === null) return undefined;
  const [, project = '', name = ''] = match;
  return { project, name };
}

/** The self link, always of version 1: it is the same image under all versions. */
export function idOf(raw: RawImage, report: Report): string | undefined {
  const link = text('selfLink')(raw, report);
  const names = link === undefined ? undefined : projectAndName(link);
  return names === undefined
    ? link
    : `https://www.googleapis.com/compute/v1/projects/${names.project}/global/images/${names.name}`;
}

/** The project, which only the self link names. */
export function projectOf(raw: RawImage): string | undefined {
  const link = raw['selfLink'];
  return typeof link === 'string' ? projectAndName(link)?.project : undefined;
}

/** The caller's own project is recognized elsewhere, by its id. */
export function ownerOf(raw: RawImage): Owner | undefined {
  const project = projectOf(raw);
  if (project === undefined) return undefined;
  return isPublicProject(project) ? 'public' : 'shared';
}

export function statusOf(raw: RawImage, report: Report): ImageStatus | undefined {
  const status = readStatus(raw, report);
  const isUnusable = readDeprecation(raw, () => undefined) === 'unusable';
  return status === 'available' && isUnusable ? 'failed' : status;
}

/** Without a state, or without the object, an image is in use. */
export function isDeprecated(raw: RawImage, report: Report): boolean | undefined {
  const value = valueAt(raw, 'deprecated');
  if (value === undefined) return undefined;
  if (!isObject(value)) {
    report('deprecated: expected an object');
    return undefined;
  }
  const state = readDeprecation(raw, report);
  return state === undefined && value['state'] !== undefined ? undefined : state === 'deprecated';
}

/** The times change nothing by themselves, so that one is the time of the state only where there is a state. */
export function deprecatedAtOf(raw: RawImage, report: Report): string | undefined {
  const state = readDeprecation(raw, () => undefined);
  return state === undefined || state === 'active' ? undefined : readDeprecationTime(raw, report);
}

/** Windows is marked. What is not marked is another system, and in public projects it is Linux or BSD. */
export function osTypeOf(raw: RawImage, report: Report): OsType | undefined {
  const features = listAt(raw, 'guestOsFeatures', report).map(({ type }) => type);
  const licenses = Array.isArray(raw['licenses']) ? raw['licenses'] : [];
  const isWindows =
    features.includes('WINDOWS') ||
    licenses.some(
      (one) => typeof one === 'string' && /\/projects\/windows(-sql)?-cloud\//.test(one),
    );
  if (isWindows) return 'windows';
  const project = projectOf(raw) ?? '';
  if (project === 'freebsd-org-cloud-dev') return 'bsd';
  return isPublicProject(project) && !project.startsWith('windows-') ? 'linux' : undefined;
}

/**
 * Whether the description is about the system. Publishers write it there, other people write
 * anything, and Container-Optimized OS lists what it holds: `Kubernetes: 1.8.7 Docker: 17.03.2`.
 */
export function describesSystem(raw: RawImage): boolean {
  const project = projectOf(raw) ?? '';
  return isPublicProject(project) && project !== 'cos-cloud';
}

/**
 * Rocky Linux "optimized for Google Cloud" has a kernel of its own, and Ubuntu's minimal images lack
 * what people use.
 * https://cloud.google.com/compute/docs/images/os-details#rocky_linux
 */
export function inferImage({ image, names }: InferenceFacts): {
  readonly [K in keyof Image]?: Image[K] | undefined;
} {
  const { name = '' } = image;
  if (names.variant !== 'base') return {};
  if (/-optimized-gcp(-|$)/.test(name)) return { variant: 'kernel' };
  return /^ubuntu-minimal-/.test(name) ? { variant: 'minimal' } : {};
}
