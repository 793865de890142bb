/** The rows of the field table that configure the engine: the same in every front. */
import type { CloudDefinition } from '../clouds/definition/cloud-definition';
import { CLOUDS } from '../clouds/index';
import { LOCK_MODES } from '../image/words';
import { DURATION_PATTERN, firstSentence, type Field, type Fields, type ObjectType } from './field';

/** One object per cloud: credentials by the names of its own Terraform provider, and its endpoint. */
function cloudFields(): Fields {
  return Object.fromEntries(
    Object.values(CLOUDS).map((definition): [string, Field] => {
      const { doc } = definition.configuration;
      return [
        definition.id,
        { type: { object: configurationOf(definition) }, doc: firstSentence(doc) },
      ];
    }),
  );
}

function configurationOf({ id, configuration }: CloudDefinition): ObjectType {
  const { doc, credentials, profileFile, site } = configuration;
  const secrets = Object.entries(credentials).map(([name, field]): [string, Field] => [
    name,
    { type: 'string', doc: field.doc, ...(field.isSecret === false ? {} : { secret: true }) },
  ]);
  return {
    name: `${id.charAt(0).toUpperCase()}${id.slice(1)}Configuration`,
    doc,
    fields: {
      ...Object.fromEntries(secrets),
      ...(profileFile === undefined
        ? {}
        : { profile: { type: 'string', doc: `The profile to read in \`${profileFile}\`.` } }),
      ...(site === undefined
        ? {}
        : { site: { type: 'string', doc: site.doc, values: site.values } }),
      endpoint: {
        type: 'string',
        doc: `Base URL used in place of the cloud's own endpoint. Plain http only to a loopback address.`,
        default: `\`CLOUDIMAGES_ENDPOINT_${id.toUpperCase()}\`, else the cloud's own`,
        example: "'http://127.0.0.1:8081'",
      },
    },
  };
}

/** The fields of the cache that cloudimages.json may set, too. */
export const CACHE_TIMES: Fields = {
  ttl: {
    type: 'string',
    pattern: DURATION_PATTERN,
    doc: 'How long a listing answers without a request. A whole number and a unit: `m`, `h`, `d` or `w`.',
    default: '`CLOUDIMAGES_CACHE_TTL`, else `10m`',
    example: "'10m'",
  },
  grace: {
    type: 'string',
    pattern: DURATION_PATTERN,
    doc: 'How much longer it answers while the cloud cannot be reached: on network errors, timeouts and 5xx. Such an answer has a warning.',
    default: '`CLOUDIMAGES_CACHE_GRACE`, else `1h`',
    example: "'1h'",
  },
};

const cache: ObjectType = {
  name: 'CacheConfiguration',
  doc: 'A cache of listings between runs. Off unless a store or a time is given here, in the environment or in cloudimages.json.',
  fields: {
    store: {
      type: 'string',
      doc: "Where listings are kept. `file`: in the user's cache folder. `redis://host:6379/0`, or `rediss://` with TLS: in Redis or Valkey; `redis+sentinel://host:26379/group` and `redis+cluster://host:6379` take several servers, separated by commas. `off`: nowhere.",
      default: '`CLOUDIMAGES_CACHE`; else `file` where a time is given; else `off`',
      example: "'file'",
      secret: true,
    },
    ...CACHE_TIMES,
    account: {
      type: 'string',
      doc: 'A label of the account, for temporary keys that do not tell whose they are. Processes with the same label share listings, so use one label per account.',
      default: '`CLOUDIMAGES_CACHE_ACCOUNT`',
      example: "'production'",
    },
  },
};

/** Everything that can be configured. All of it is optional. */
export const CONFIGURATION_FIELDS: Fields = {
  targets: {
    type: { list: 'string' },
    doc: 'Where queries without targets of their own look: `cloud/region`.',
    example: "['alicloud/cn-hangzhou']",
  },
  publishers: {
    type: { map: { map: 'string' } },
    doc: "Accounts by a name that queries use in `owners`: per publisher and cloud the account ids, with commas. A name of the clouds' own tables (docs/clouds.md), such as `canonical`, takes the place of theirs.",
    example: "{ 'platform-team': { alicloud: '1234567890123456' } }",
  },
  lock: {
    type: 'string',
    doc: 'How look-ups use cloudimages.lock.json. `off`: not at all. `add`: locked queries are answered from it, others are resolved and added. `use`: as `add`, without writing, with a warning. `frozen`: a query that is not locked is an error.',
    values: LOCK_MODES,
    default:
      '`CLOUDIMAGES_LOCK`; else, where a lock file exists, `frozen` in CI and `add` elsewhere; else `off`',
  },
  lockScope: {
    type: 'string',
    doc: 'The scope of locked queries that depend on the account: a label such as `prod`.',
    default: '`CLOUDIMAGES_LOCK_SCOPE`',
    example: "'prod'",
  },
  lockFile: {
    type: 'string',
    doc: 'The lock file.',
    default:
      '`CLOUDIMAGES_LOCK_FILE`; else cloudimages.lock.json beside cloudimages.json or at the root of the repository',
  },
  timeoutSeconds: {
    type: 'integer',
    doc: 'The longest that one look-up may take, retries included. Seconds.',
    default: '`120`',
  },
  maxImages: {
    type: 'integer',
    doc: 'The most images that one list of a cloud may have. A longer list is an error, so that a service that never ends its list cannot keep a look-up busy.',
    default: '`100000`',
  },
  cache: { type: { object: cache }, doc: firstSentence(cache.doc) },
  ...cloudFields(),
};
