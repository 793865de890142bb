/** What the data sources have in common: a query in, an answer out. */
import type { CallOptions, Engine } from '../../look-up/engine';
import type { ImageAnswer, ImagesAnswer } from '../../image/answer.generated';
import type { Fields } from '../../schema/field';
import { attributesOf } from '../schema/from-fields';
import { fromPlain, toPlain } from '../schema/values';
import { diagnoseError, diagnoseWarnings } from '../server/diagnose';
import type { DataSource, EngineParts } from '../server/parts';
import { checkArguments, emptyAlternatives } from '../server/check-arguments';
import { unknownConfiguration } from '../server/unknown-configuration';

/** One data source. */
export interface LookUp {
  readonly description: string;
  readonly arguments: Fields;
  readonly results: Fields;
  readonly checkQuery: EngineParts['checkQuery'];
  readonly ask: (
    engine: Engine,
    query: unknown,
    options: CallOptions,
  ) => Promise<ImageAnswer | ImagesAnswer>;
}

export function createLookUp(lookUp: LookUp): DataSource {
  const { description, arguments: argumentFields, results, checkQuery, ask } = lookUp;
  return {
    schema: {
      version: 0,
      description,
      attributes: [
        ...attributesOf(argumentFields, 'optional'),
        ...attributesOf(results, 'computed'),
      ],
    },
    validate: (config) => checkArguments(config, argumentFields, checkQuery),
    read: async (config, { configured, signal }) => {
      if ('unknownArguments' in configured) {
        return { value: null, diagnostics: unknownConfiguration(configured.unknownArguments) };
      }
      // A condition that was unknown when the arguments were checked may have become null.
      const empty = emptyAlternatives(config, argumentFields);
      if (empty.length > 0) return { value: null, diagnostics: empty };
      try {
        const answer = await ask(configured.engine, toPlain(config, argumentFields), { signal });
        return {
          value: { ...config, ...fromPlain(answer, results) },
          diagnostics: diagnoseWarnings(answer.warnings),
        };
      } catch (error) {
        return { value: null, diagnostics: diagnoseError(error, argumentFields) };
      }
    },
  };
}
