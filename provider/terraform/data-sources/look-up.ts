/** What the data sources have in common: a query in, an answer out. */
import type { CallOptions, Engine } from '../../look-up/engine';
import type { ImageAnswer, ImagesAnswer } from '../../image/answer.generated';
import { lockedOf } from '../../pin/pin-engine';
import type { Fields } from '../../schema/field';
import { CANDIDATE } from '../candidate/candidate-fields';
import { queryKeyOf } from '../candidate/query-key';
import { attributesOf } from '../schema/from-fields';
import { fromPlain, toPlain, type PlainObject } from '../schema/values';
import { diagnoseError, diagnoseWarnings } from '../server/diagnose';
import type { DataSource, EngineParts, ProviderEngine } from '../server/parts';
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
  const allResults: Fields = { ...results, candidate: CANDIDATE };
  return {
    schema: {
      version: 0,
      description,
      attributes: [
        ...attributesOf(argumentFields, 'optional'),
        ...attributesOf(allResults, 'computed'),
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
        const { engine } = configured;
        const query = toPlain(config, argumentFields);
        const answer = await ask(engine, query, { signal });
        const candidate = await candidateOf(engine, query, answer);
        return {
          value: { ...config, ...fromPlain({ ...answer, candidate }, allResults) },
          diagnostics: diagnoseWarnings(answer.warnings),
        };
      } catch (error) {
        return { value: null, diagnostics: diagnoseError(error, argumentFields) };
      }
    },
  };
}

/** The answer as a pin takes it. */
async function candidateOf(
  engine: ProviderEngine,
  query: PlainObject,
  answer: ImageAnswer | ImagesAnswer,
): Promise<PlainObject> {
  const { idByTarget, lockedAtByTarget } = 'image' in answer ? inOneTarget(answer) : answer;
  const added = (await lockedOf(engine, query, idByTarget)).filter(
    (target) => lockedAtByTarget?.[target] === undefined,
  );
  return {
    ...{ idByTarget, query: JSON.stringify(query), lockedAtByTarget },
    queryKey: queryKeyOf(await engine.prepare(query)),
    addedTargets: added.length === 0 ? undefined : added,
  };
}

function inOneTarget({
  image,
  id,
  lockedAt,
}: ImageAnswer): Pick<ImagesAnswer, 'idByTarget' | 'lockedAtByTarget'> {
  const { target } = image;
  return {
    idByTarget: { [target]: id },
    ...(lockedAt === undefined ? {} : { lockedAtByTarget: { [target]: lockedAt } }),
  };
}
