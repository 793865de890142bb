/** Early checks of a query's arguments, of which some may not be known yet. */
import type { Fields } from '../../schema/field';
import type { CtyObject } from '../cty/value';
import { toPlain } from '../schema/values';
import { diagnoseIssues } from './diagnose';
import type { Diagnostic } from './diagnostic';
import type { EngineParts } from './parts';

/** Every mistake in what is known, each on its own attribute. No cloud is asked. */
export async function checkArguments(
  config: CtyObject,
  fields: Fields,
  checkQuery: EngineParts['checkQuery'],
): Promise<readonly Diagnostic[]> {
  const issues = await checkQuery(toPlain(config, fields));
  return diagnoseIssues(issues, fields, { summary: 'Invalid image query' });
}
