/** The rows of the field table that describe an answer. */
import { RECENCY_BASES } from '../image/words';
import type { Fields, ObjectType } from './field';
import { IMAGE_TYPE } from './image-fields';

const warning: ObjectType = {
  name: 'ImageWarning',
  doc: 'Something to check that did not stop the answer.',
  fields: {
    code: { type: 'string', doc: 'A stable word, such as `mixed-recency`.', required: true },
    target: { type: 'string', doc: 'The target it is about.' },
    message: { type: 'string', doc: 'One or two sentences for people.', required: true },
  },
};

const step: ObjectType = {
  name: 'ExplanationStep',
  doc: 'One condition of the query, and what it did.',
  fields: {
    condition: { type: 'string', doc: 'Such as `architecture(arm64)`.', required: true },
    removed: { type: 'integer', doc: 'How many images it removed.', required: true },
    unknown: {
      type: 'integer',
      doc: 'How many of those were removed because the cloud does not report the value.',
      required: true,
    },
    left: { type: 'integer', doc: 'How many were left after it.', required: true },
    byApi: {
      type: 'boolean',
      doc: "True where the cloud's API applied it before listing, so that what it removed was not counted: `instanceType` and `native`.",
    },
  },
};

const targetExplanation: ObjectType = {
  name: 'TargetExplanation',
  doc: 'How one target came to its answer.',
  fields: {
    target: { type: 'string', doc: '`cloud/region`.', required: true },
    listed: { type: 'integer', doc: 'How many images the API listed.', required: true },
    listedAt: {
      type: 'string',
      doc: 'Where the listing comes from the cache: when the API gave it. RFC 3339 instant in UTC.',
    },
    steps: {
      type: { list: { object: step } },
      doc: 'The conditions in the order in which they were applied.',
      required: true,
    },
    chosenId: { type: 'string', doc: 'The first image in the order.' },
    chosenName: { type: 'string', doc: 'Its name.' },
    runnerUpId: { type: 'string', doc: 'The image that came second.' },
    runnerUpName: { type: 'string', doc: 'Its name.' },
    decidedBy: { type: 'string', doc: 'The rule that put the first before the second.' },
    basis: {
      type: 'string',
      doc: 'On what basis the image came first.',
      values: RECENCY_BASES,
    },
    hints: {
      type: { list: 'string' },
      doc: 'On no match: the nearest values and names that were seen.',
      required: true,
    },
  },
};

const appliedDefault: ObjectType = {
  name: 'AppliedDefault',
  doc: 'A default that took the place of a field that the query leaves open.',
  fields: {
    field: { type: 'string', doc: 'The field, such as `owners`.', required: true },
    value: { type: 'string', doc: 'What holds, such as `public`.', required: true },
    reason: { type: 'string', doc: 'Why, as a clause for people.', required: true },
  },
};

const explanation: ObjectType = {
  name: 'Explanation',
  doc: 'How an answer came about, as text and as data.',
  fields: {
    defaults: {
      type: { list: { object: appliedDefault } },
      doc: 'The defaults that depend on what kind of query it is, and why they hold. For a query without a match, those of every entry of `anyOf`.',
      required: true,
    },
    text: { type: 'string', doc: 'The whole explanation for people, in lines.', required: true },
    targets: {
      type: { list: { object: targetExplanation } },
      doc: 'One entry per target, in the order of the query.',
      required: true,
    },
  },
};

/** Every field of the answer of `getImages`. */
export const ANSWER_FIELDS = {
  id: {
    type: 'string',
    doc: 'Names this answer: a digest of the images in it. Changes when the images change.',
    required: true,
  },
  ids: {
    type: { list: 'string' },
    doc: 'The native ids, in the order of `images`.',
    required: true,
  },
  images: {
    type: { list: { object: IMAGE_TYPE } },
    doc: 'The images: by target in the order of the query, then in the total order.',
    required: true,
  },
  idByTarget: {
    type: { map: 'string' },
    doc: 'Per target the id of its first image. A target without a match has no entry.',
    required: true,
  },
  anyOfIndex: {
    type: 'integer',
    doc: 'Index of the `anyOf` entry that matched, counted from 0. Absent without `anyOf`.',
  },
  lockedAtByTarget: {
    type: { map: 'string' },
    doc: 'Per target that was answered from the lock file: since when it is locked. RFC 3339 instant in UTC. Absent without a lock.',
  },
  warnings: {
    type: { list: { object: warning } },
    doc: 'Things to check.',
    required: true,
  },
  explanation: { type: { object: explanation }, doc: 'How the answer came about.', required: true },
} as const satisfies Fields;

/** Every field of the answer of `getImage`: exactly one image. */
export const SINGLE_ANSWER_FIELDS = {
  id: { type: 'string', doc: 'The native id of the image.', required: true },
  image: { type: { object: IMAGE_TYPE }, doc: 'The image.', required: true },
  anyOfIndex: ANSWER_FIELDS.anyOfIndex,
  lockedAt: {
    type: 'string',
    doc: 'Since when the image is locked. RFC 3339 instant in UTC. Absent when the answer is not from the lock file.',
  },
  warnings: ANSWER_FIELDS.warnings,
  explanation: ANSWER_FIELDS.explanation,
} as const satisfies Fields;
