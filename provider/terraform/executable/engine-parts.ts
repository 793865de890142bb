/** The engine, loaded when a call first needs it. */
import type { EngineParts } from '../server/parts';
import type { Log } from '../wire/log';

/** What the checks and look-ups of the provider are made of in the executable. */
export function engineParts(_log: Log): EngineParts {
  return {
    createEngine: async (configuration) => {
      const { createEngine }: typeof import('../../compose') = require('../../compose');
      return createEngine(configuration);
    },
    checkQuery: async (query) => {
      const { checkQuery }: typeof import('../../image/query') = require('../../image/query');
      return checkQuery(query);
    },
  };
}
