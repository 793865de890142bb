/** The `candidate` of a data source: what a pin needs to take its answer. */
import type { Field, ObjectType } from '../../schema/field';

/** `candidate` as an attribute of data sources, and as an argument of pins. */
export const CANDIDATE_TYPE = {
  name: 'ImageCandidate',
  doc: 'The answer of a data source, for a pin.',
  fields: {
    idByTarget: {
      type: { map: 'string' },
      doc: 'Per target the id of the first image.',
      required: true,
    },
    queryKey: {
      type: 'string',
      doc: 'A digest of the query and its targets. A pin moves when it changes.',
      required: true,
    },
    query: {
      type: 'string',
      doc: 'The query as JSON, so that a pin can add the image that it holds to the lock file.',
      required: true,
    },
    lockedAtByTarget: {
      type: { map: 'string' },
      doc: 'Per target that was answered from the lock file: since when it is locked. A pin takes the locked image there.',
    },
    addedTargets: {
      type: { list: 'string' },
      doc: 'The targets whose image this run added to the lock file. A pin in the state locks its own image there instead.',
    },
  },
} as const satisfies ObjectType;

/** The attribute of data sources. */
export const CANDIDATE: Field = {
  type: { object: CANDIDATE_TYPE },
  doc: 'This answer for the argument of the same name of `cloudimages_pinned_image`.',
  required: true,
};
