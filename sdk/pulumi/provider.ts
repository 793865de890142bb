/**
 * What the code in a state file calls: PinnedImage in Pulumi's dynamic-provider process. Does not
 * load `@pulumi/pulumi`, and the engine only where a cloud has to be asked.
 */
import { randomUUID } from 'node:crypto';
import type { dynamic } from '@pulumi/pulumi';
import type { ImageWarning } from 'cloudimages';
import * as shared from 'cloudimages/pulumi';
import type { Properties } from 'cloudimages/pulumi';

const engineFor = shared.shareEngines(async (configuration) => {
  const { createEngine } = await import('cloudimages');
  return createEngine(configuration);
});

function surroundings(config: dynamic.Config | undefined): shared.PinSurroundings {
  const configuration = shared.readConfiguration((name) =>
    config?.get(`${shared.PACKAGE_NAME}:${name}`),
  );
  return {
    engine: () => engineFor(configuration),
    checkQuery: async (query) => (await import('cloudimages')).checkQuery(query),
    defaultTargets: configuration['targets'],
  };
}

/** Keeps or chooses the image. */
export async function check(
  config: dynamic.Config | undefined,
  olds: Properties,
  news: Properties,
): Promise<dynamic.CheckResult<Properties>> {
  const { inputs, failures, warnings } = await shared.checkPinnedImage(
    surroundings(config),
    olds,
    news,
  );
  show(warnings);
  return { inputs, failures: [...failures] };
}

/** Whether the pin moves. */
export async function diff(
  _config: dynamic.Config | undefined,
  olds: Properties,
  news: Properties,
): Promise<dynamic.DiffResult> {
  return { changes: shared.diffPinnedImage(olds, news).length > 0 };
}

/** Records a new pin. Makes no request: `check` just did. */
export async function create(
  config: dynamic.Config | undefined,
  inputs: Properties,
): Promise<dynamic.CreateResult<Properties>> {
  return { id: randomUUID(), outs: shared.createdPin(inputs, await isLocked(config)) };
}

/** Records a moved pin. */
export async function update(
  config: dynamic.Config | undefined,
  olds: Properties,
  news: Properties,
): Promise<dynamic.UpdateResult<Properties>> {
  return { outs: shared.updatedPin(olds, news, await isLocked(config)) };
}

async function isLocked(config: dynamic.Config | undefined): Promise<boolean> {
  const engine = await surroundings(config).engine();
  return engine.pinLock.isUsed();
}

/** Refreshes the pin's report. Never drops the pin, whatever the clouds say. */
export async function read(
  config: dynamic.Config | undefined,
  id: string,
  props: Properties = {},
): Promise<dynamic.ReadResult<Properties>> {
  const report = await shared.readPin(surroundings(config), props);
  show(report.warnings);
  return { id, props: report.props };
}

/** Pulumi shows what this process prints, without saying for which resource. */
function show(warnings: readonly ImageWarning[]): void {
  warnings.forEach(({ message, target }) => {
    console.warn(`warning: ${target === undefined ? '' : `${target}: `}${message}`);
  });
}
