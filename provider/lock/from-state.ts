/** Image ids in a state: what `terraform show -json` and `pulumi stack export` print. Pure. */
import { canonicalKey, type PlainQuery } from '@cloudimages/lock';
import { ImageError } from '../errors/image-error';
import { snakeCase, type Fields, type FieldType } from '../schema/field';
import { QUERY_FIELDS } from '../schema/query-fields';

/** One query of a state and the images that the state has for it in one target. */
export interface StateImage {
  /** The address of the resource or data source. */
  readonly address: string;
  /** Without `targets`. `query` is the name of a named query. */
  readonly query: PlainQuery;
  readonly target: string;
  readonly ids: readonly string[];
  /** A pin keeps its images. The next plan reads a data source again. */
  readonly isPin: boolean;
}

/** Different ids for one query in one target. */
export interface StateConflict {
  readonly query: PlainQuery;
  readonly target: string;
  readonly images: readonly StateImage[];
}

/** What a state holds. */
export interface StateImages {
  /** One per query and target. */
  readonly images: readonly StateImage[];
  readonly conflicts: readonly StateConflict[];
  /** The pins whose values Pulumi encrypted, since their query has a secret. */
  readonly encrypted: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * The images of a state.
 *
 * A data source whose answer is newer than the image of its pin is left out where no other resource
 * has its ids: then nothing was made from them.
 *
 * @param file - for messages
 * @throws ImageError `invalid-query` when the text is the output of neither command
 */
export function imagesInState(text: string, file: string): StateImages {
  const { found, used, encrypted } = readState(text, file);
  const groups = new Map<string, StateImage[]>();
  for (const image of found) {
    const key = `${canonicalKey(image.query)}\n${nameOf(image.query)}\n${image.target}`;
    groups.set(key, [...(groups.get(key) ?? []), image]);
  }
  const images: StateImage[] = [];
  const conflicts: StateConflict[] = [];
  for (const all of groups.values()) {
    const hasPin = all.some(({ isPin }) => isPin);
    const group = all.filter(
      ({ isPin, ids }) => isPin || !hasPin || ids.some((id) => used.has(id)),
    );
    const [first] = group;
    if (first === undefined) continue;
    if (group.every(({ ids }) => ids.join('\n') === first.ids.join('\n'))) images.push(first);
    else conflicts.push({ query: first.query, target: first.target, images: group });
  }
  return { images, conflicts, encrypted };
}

function nameOf({ query }: PlainQuery): string {
  return typeof query === 'string' ? query : '';
}

/** Images, and every string that other resources have. */
interface FoundImages {
  readonly found: readonly StateImage[];
  readonly used: ReadonlySet<string>;
  readonly encrypted: readonly string[];
}

function readState(text: string, file: string): FoundImages {
  let state: unknown;
  try {
    state = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw notState(file, 'it is not valid JSON', cause);
  }
  const root = asObject(state);
  const { deployment, values, prior_state: prior, format_version: version } = root;
  if (deployment !== undefined) {
    const pins = list(asObject(deployment)['resources']).filter(({ type }) =>
      PULUMI_PIN.test(String(type)),
    );
    const isEncrypted = ({ outputs }: Json): boolean => JSON.stringify(outputs).includes(SECRET);
    const readable = pins.map((pin): Json => ({ ...pin, outputs: withoutSecrets(pin['outputs']) }));
    return {
      found: readable.filter((pin) => !isEncrypted(pin)).flatMap(ofPulumi),
      used: new Set(),
      encrypted: readable.filter(isEncrypted).map(({ urn }) => String(urn)),
    };
  }
  if (values === undefined && prior === undefined && version === undefined) {
    throw notState(file, 'it has neither "values" nor "deployment"');
  }
  const module = asObject(asObject(prior ?? root)['values'])['root_module'];
  const resources = resourcesOf(asObject(asObject(values)['root_module'] ?? module));
  const others = resources.filter(({ type }) => !TERRAFORM_TYPES.includes(String(type)));
  return {
    found: resources.flatMap(ofTerraform),
    used: new Set(others.flatMap(({ values: attributes }) => stringsIn(attributes))),
    encrypted: [],
  };
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

function notState(file: string, why: string, cause?: unknown): ImageError {
  return new ImageError('invalid-query', `${file} is not a state: ${why}`, {
    hint: 'Make it with one of\n  terraform show -json > state.json\n  pulumi stack export > state.json',
    ...(cause === undefined ? {} : { cause }),
  });
}

function resourcesOf(module: Json): readonly Json[] {
  return [...list(module['resources']), ...list(module['child_modules']).flatMap(resourcesOf)];
}

const TERRAFORM_TYPES = ['cloudimages_image', 'cloudimages_images', 'cloudimages_pinned_image'];

function ofTerraform({ type, address, values }: Json): readonly StateImage[] {
  if (!TERRAFORM_TYPES.includes(String(type))) return [];
  const attributes = asObject(values);
  const isPin = type === 'cloudimages_pinned_image';
  // A pin with a candidate has the query of its data source.
  const { query: json } = isPin ? asObject(attributes['candidate']) : {};
  const query =
    typeof json === 'string' ? parseObject(json) : fromSnakeCase(QUERY_FIELDS, attributes);
  return imagesOf({ address: String(address), isPin }, query, {
    idByTarget: attributes['id_by_target'] ?? attributes['image_id_by_target'],
    target: attributes['target'] ?? asObject(attributes['image'])['target'],
    listed: attributes['images'],
    id: attributes['image_id'] ?? asObject(attributes['image'])['id'],
  });
}

/** The type of a pin of the Node.js package, which is a dynamic resource, and of the plugin. */
const PULUMI_PIN = /^(?:pulumi-nodejs:dynamic\/cloudimages|cloudimages:index):PinnedImage$/;

/** Marks a secret in a checkpoint of Pulumi. Its value is in `ciphertext` or `plaintext`. */
const SECRET = '1b47061264138c4ac30d75fd1eb44270';

/** With `pulumi stack export --show-secrets` the values of secrets are there, as JSON. */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  const { plaintext } = value as Json;
  if (typeof plaintext === 'string' && Object.values(value).includes(SECRET)) {
    return withoutSecrets(JSON.parse(plaintext));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withoutSecrets(member)]),
  );
}

function ofPulumi({ urn, outputs }: Json): readonly StateImage[] {
  const properties = asObject(outputs);
  const query = Object.fromEntries(
    Object.keys(QUERY_FIELDS).flatMap((name) => {
      const value = properties[name];
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
  return imagesOf({ address: String(urn), isPin: true }, query, {
    idByTarget: properties['imageIdByTarget'],
    target: asObject(properties['image'])['target'],
    id: properties['imageId'],
  });
}

interface Held {
  readonly idByTarget: unknown;
  readonly target: unknown;
  readonly id: unknown;
  /** All images of a plural data source. */
  readonly listed?: unknown;
}

function imagesOf(
  resource: Pick<StateImage, 'address' | 'isPin'>,
  { targets: _targets, ...query }: PlainQuery,
  { idByTarget, target, id, listed }: Held,
): readonly StateImage[] {
  const byTarget = new Map<string, string[]>();
  const add = (where: unknown, what: unknown): void => {
    if (typeof where !== 'string' || typeof what !== 'string' || where === '' || what === '')
      return;
    byTarget.set(where, [...(byTarget.get(where) ?? []), what]);
  };
  if (Array.isArray(listed)) list(listed).forEach((image) => add(image['target'], image['id']));
  else if (idByTarget !== undefined && idByTarget !== null) {
    Object.entries(asObject(idByTarget)).forEach(([where, what]) => add(where, what));
  } else add(target, id);
  return [...byTarget].map(([where, ids]) => ({ ...resource, query, target: where, ids }));
}

/** The fields of an object that Terraform has under snake_case names. Null is absent. */
function fromSnakeCase(fields: Fields, attributes: Json): PlainQuery {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = attributes[snakeCase(name)];
      return value === undefined || value === null
        ? []
        : [[name, fromTerraform(field.type, value)]];
    }),
  );
}

function fromTerraform(type: FieldType, value: unknown): unknown {
  if (typeof type === 'string') return value;
  if ('object' in type) return fromSnakeCase(type.object.fields, asObject(value));
  if ('list' in type && Array.isArray(value)) {
    return value.map((member) => fromTerraform(type.list, member));
  }
  return value;
}

function parseObject(json: string): Json {
  try {
    return asObject(JSON.parse(json));
  } catch {
    return {};
  }
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(asObject) : [];
}
