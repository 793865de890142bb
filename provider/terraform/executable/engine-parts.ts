/** The engine, loaded when a call first needs it: no process of Terraform's needs all of it. */
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { readParentProcess } from '../plan-memory/parent-process';
import { createPlanMemory } from '../plan-memory/plan-memory';
import { readSavedPlan } from '../plan-memory/saved-plan';
import { identifyRun } from '../plan-memory/terraform-run';
import { openPrivateFolder, userCacheFolder } from '../../files/private-folder';
import type { EngineParts } from '../server/parts';
import type { LogEvent } from '../../transport/log';
import type { Log, LogFields } from '../wire/log';

/** The engine of the executable, which logs to Terraform. */
export function engineParts(log: Log): EngineParts {
  return {
    createEngine: async (configuration) => {
      const { createEngine } = await import('../../compose.js');
      const engine = createEngine(configuration, {
        logger: { debug: (event) => log('debug', textOf(event), factsOf(event)) },
      });
      // A look-up follows. What it needs is loaded while Terraform reads our answer.
      setImmediate(() => setImmediate(() => engine.warmUp()));
      return engine;
    },
    openPlanMemory: (configuration, type) => {
      const { env: environment, platform, ppid } = process;
      const folder = userCacheFolder('terraform', {
        environment,
        homeDirectory: homedir(),
        platform,
      });
      return createPlanMemory({
        folder: folder === undefined ? undefined : openPrivateFolder(folder),
        configuration,
        type,
        run: () =>
          identifyRun({
            parent: () => readParentProcess(platform, ppid),
            isFile: (file) =>
              stat(file).then(
                (found) => found.isFile(),
                () => false,
              ),
          }),
        readSavedPlan,
        now: Date.now,
        log,
      });
    },
    checkConfiguration: async (configuration) => {
      const { readConfiguration } = await import('../../look-up/configuration.js');
      readConfiguration(configuration);
    },
    checkQuery: async (query) => {
      const { checkQuery } = await import('../../image/query.js');
      return checkQuery(query);
    },
  };
}

function textOf({ event, operation, message }: LogEvent): string {
  return [event, operation, message].filter((part) => part !== undefined).join(' ');
}

function factsOf({ event: _event, message: _message, ...facts }: LogEvent): LogFields {
  return facts;
}
