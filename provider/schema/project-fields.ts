/** The rows of the field table that describe cloudimages.json. */
import { DURATION_PATTERN, type Field, type Fields, type ObjectType } from './field';
import { CACHE_TIMES } from './configuration-fields';
import { QUERY_FIELDS } from './query-fields';

/** The names of queries. */
export const QUERY_NAME = '^[A-Za-z][A-Za-z0-9_-]{0,62}$';

/** What images must satisfy to stay locked. */
export const POLICY_TYPE: ObjectType = {
  name: 'ImagePolicies',
  doc: 'Rules for locked images. `outdated`, `verify` and `lock --update` apply all of them; plans apply age, owners and denied ids from the lock file.',
  fields: {
    maxAge: {
      type: 'string',
      pattern: DURATION_PATTERN,
      doc: 'A locked image older than this fails. A whole number and a unit: `m`, `h`, `d` or `w`.',
      example: "'90d'",
    },
    minAge: {
      type: 'string',
      pattern: DURATION_PATTERN,
      doc: 'An update is offered only when the newer image is at least this old.',
      example: "'7d'",
    },
    deprecated: {
      type: 'string',
      doc: 'What a deprecated locked image does: `warn` or `fail`.',
      values: ['warn', 'fail'],
      default: '`warn`',
    },
    deniedIds: {
      type: { list: 'string' },
      doc: 'Image ids that must never be used. A denied locked id fails in every lock mode.',
    },
    owners: {
      type: { list: 'string' },
      doc: 'The only owners that locked images may have.',
      example: "['public']",
    },
    stayOn: {
      type: 'string',
      doc: '`release`: an update never leaves the release line of the locked image, such as ubuntu 24.04, rhel 9 or leap 15.6.',
      values: ['release'],
    },
  },
};

const { query: _query, ...ownFields } = QUERY_FIELDS;

/** A named query: the fields of a query, and policies of its own. */
export const NAMED_QUERY_TYPE: ObjectType = {
  name: 'NamedQuery',
  doc: 'A query, with policies that replace the shared ones field by field.',
  fields: {
    ...ownFields,
    policies: { type: { object: POLICY_TYPE }, doc: 'Policies for this image only.' },
  },
};

const targets: Field = {
  type: { list: 'string' },
  doc: 'Where queries without targets of their own look: `cloud/region`.',
  example: "['alicloud/cn-hangzhou']",
};

/**
 * Every field of cloudimages.json. The file comes with a repository and is not trusted, so it has no
 * endpoints, credentials, profiles, proxies, cache servers and publishers.
 */
export const PROJECT_FIELDS = {
  $schema: { type: 'string', doc: 'The JSON Schema of this file, for completion in editors.' },
  targets,
  images: {
    type: { map: { object: NAMED_QUERY_TYPE } },
    pattern: QUERY_NAME,
    doc: 'Named queries. Every front end accepts a name in place of a query.',
    example:
      "{ web: { distro: 'ubuntu', osVersion: '24.04', architecture: 'x86_64', mostRecent: true } }",
  },
  lock: {
    type: 'string',
    doc: '`required`: a missing lock file is an error.',
    values: ['required'],
  },
  policies: { type: { object: POLICY_TYPE }, doc: 'Policies for all images.' },
  cache: {
    type: {
      object: {
        name: 'ProjectCache',
        doc: 'A cache of listings between runs.',
        fields: {
          ...CACHE_TIMES,
          store: {
            type: 'string',
            doc: "`file`: listings are kept in the user's cache folder. A server is set in the provider block, the stack configuration, a flag or the environment.",
            values: ['file', 'off'],
          },
        },
      },
    },
    doc: 'A cache of listings between runs.',
  },
} as const satisfies Fields;
