/** `cloudimages clouds`: what each cloud supports, from the clouds' own definitions. */
import { CLOUDS } from '../clouds/index';
import type { CloudDefinition, Publisher } from '../clouds/definition/cloud-definition';
import { printTable } from './table';

/** What one cloud supports. */
export interface CloudCapabilities {
  readonly cloud: string;
  readonly title: string;
  readonly regionIs: string;
  readonly apiVersion: string;
  /** Conditions that its API can filter by, and not every API can. */
  readonly supports: readonly string[];
  /** Fields of an image that the API itself reports. */
  readonly reports: readonly string[];
  readonly native: readonly string[];
  readonly leastPrivilege: readonly string[];
  readonly credentials: readonly string[];
  readonly docs: string;
  readonly traps: readonly string[];
  /** Whose images `public` means, where anyone can publish images. Empty: the cloud's own. */
  readonly publishers: readonly Publisher[];
}

/** Every cloud's capabilities. */
export function capabilities(): readonly CloudCapabilities[] {
  return Object.values(CLOUDS).map((definition) => ({
    cloud: definition.id,
    title: definition.title,
    regionIs: definition.regionIs,
    apiVersion: definition.apiVersion,
    supports: Object.entries(definition.supports).flatMap(([field, can]) => (can ? [field] : [])),
    reports: Object.entries(definition.image).flatMap(([field, read]) =>
      read === 'not reported' ? [] : [field],
    ),
    native: nativeNames(definition),
    leastPrivilege: definition.leastPrivilege,
    credentials: definition.credentials.map(({ name }) => name),
    docs: definition.docs,
    traps: definition.traps ?? [],
    publishers: definition.publishers ?? [],
  }));
}

function nativeNames({ native }: CloudDefinition): readonly string[] {
  return Object.entries(native).flatMap(([name, row]) => ('kind' in row ? [name] : []));
}

/** The capabilities as a table for people. */
export async function printCapabilities(columns?: number): Promise<string> {
  const yes = (list: readonly string[], field: string): string =>
    list.includes(field) ? 'yes' : '-';
  const rows = capabilities().map(({ cloud, title, regionIs, supports, reports }) => [
    cloud,
    title,
    regionIs,
    yes(reports, 'createdAt'),
    yes(reports, 'architecture'),
    ...['family', 'tags', 'instanceType', 'cloudInit'].map((field) => yes(supports, field)),
    yes(reports, 'deprecated'),
  ]);
  const head = ['CLOUD', 'API', 'REGION IS', 'TIME', 'ARCHITECTURE'];
  const asks = ['FAMILY', 'TAGS', 'INSTANCE TYPE', 'CLOUD-INIT', 'DEPRECATED'];
  return printTable({ head: [...head, ...asks], rows, flexible: [1] }, columns);
}
