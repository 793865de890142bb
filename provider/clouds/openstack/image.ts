/** Fields of Glance's images that need more than a name. */
import type { FieldReader } from '../definition/field-readers';

/** The fields of Glance itself; all others are properties, which are always strings. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  ...['id', 'name', 'status', 'visibility', 'owner', 'protected', 'os_hidden', 'checksum'],
  ...['os_hash_algo', 'os_hash_value', 'size', 'virtual_size', 'min_disk', 'min_ram'],
  ...['container_format', 'disk_format', 'created_at', 'updated_at', 'tags', 'self', 'file'],
  ...['schema', 'stores', 'locations', 'direct_url'],
]);

const GIB = 1024 ** 3;

/** Properties by name, and tags as names with an empty value. */
export const propertiesOf: FieldReader<Readonly<Record<string, string>>> = (raw, report) => {
  const { tags } = raw;
  const isList = Array.isArray(tags);
  if (tags !== undefined && tags !== null && !isList) report('tags: expected a list of strings');
  const words = isList ? tags.filter((tag): tag is string => typeof tag === 'string') : [];
  const properties = Object.entries(raw).flatMap(([name, value]) =>
    typeof value === 'string' && !OWN_FIELDS.has(name) ? [[name, value] as const] : [],
  );
  const all = [...words.map((tag) => [tag, ''] as const), ...properties];
  return all.length === 0 ? undefined : Object.fromEntries(all);
};

/** The disk that an instance sees, else the file. Bytes on the wire; GiB with three decimals. */
export const sizeOf: FieldReader<number> = (raw, report) => {
  const bytes = raw['virtual_size'] ?? raw['size'] ?? undefined;
  if (bytes === undefined) return undefined;
  if (typeof bytes === 'number' && bytes >= 0) return Math.round((bytes / GIB) * 1000) / 1000;
  report('size: expected a number of bytes');
  return undefined;
};
