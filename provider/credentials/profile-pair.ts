/** A key pair out of the fields of a profile. */

import { keyCredential, type KeyCredential } from './credential';
import { brokenFile, textField, type JsonRecord } from './profile-file';

/** What the fields of one tool's profiles are called. */
export interface PairFields {
  readonly id: string;
  readonly secret: string;
  readonly token: string;
}

/** The pair of a profile; nothing where it has neither half, `invalid-configuration` where it has one. */
export function pairOfProfile(
  record: JsonRecord,
  fields: PairFields,
  place: { readonly path: string; readonly profile: string },
): KeyCredential | undefined {
  const { path, profile } = place;
  const id = textField(record, fields.id, path);
  const secret = textField(record, fields.secret, path);
  if (id !== undefined && secret !== undefined) {
    return keyCredential({ id, secret, token: textField(record, fields.token, path) });
  }
  if (id === undefined && secret === undefined) return undefined;
  const [there, missing] =
    id === undefined ? [fields.secret, fields.id] : [fields.id, fields.secret];
  throw brokenFile(path, `has ${there} in its profile "${profile}", but no ${missing}`);
}
