/** The provider, free of the protocol: its schema, its configuration and its calls by name. */
import { ImageError } from '../errors/image-error';
import { CONFIGURATION_FIELDS } from '../schema/configuration-fields';
import { imageDataSource } from './data-sources/image';
import { imagesDataSource } from './data-sources/images';
import { compareOsVersionsFunction } from './functions/compare-os-versions';
import { parseTargetFunction } from './functions/parse-target';
import { pinResults } from './resources/held-pin';
import { pinnedImageResource } from './resources/pinned-image';
import { objectType, type BlockSchema } from './schema/attribute';
import { isCtyObject, isWhollyKnown, type CtyObject } from './cty/value';
import { attributesOf } from './schema/from-fields';
import { toPlain } from './schema/values';
import { diagnoseError } from './server/diagnose';
import type { Diagnostic } from './server/diagnostic';
import type {
  Configured,
  Context,
  DataSource,
  EngineParts,
  ManagedResource,
  ProviderEngine,
  ProviderFunction,
} from './server/parts';

/** Everything that the provider offers, and the little that it remembers. */
export interface TerraformProvider {
  readonly schema: BlockSchema;
  readonly dataSources: Readonly<Record<string, DataSource>>;
  readonly resources: Readonly<Record<string, ManagedResource>>;
  readonly functions: Readonly<Record<string, ProviderFunction>>;
  /** Arguments may still be unknown here. */
  readonly validate: (config: CtyObject) => Promise<readonly Diagnostic[]>;
  /** Makes the engine for all calls that follow. */
  readonly configure: (config: CtyObject) => Promise<readonly Diagnostic[]>;
  /** @throws ImageError `internal` before `configure` */
  readonly context: () => Context;
  /** Ends every call that is on its way, and every later one, with `cancelled`. */
  readonly stop: () => void;
}

export function createProvider(parts: EngineParts): TerraformProvider {
  let configured: Configured | undefined;
  let engine: ProviderEngine | undefined;
  let stopping = new AbortController();
  return {
    schema: {
      version: 0,
      description:
        "Looks up machine images in several clouds, by what they are. Everything here is optional: credentials come from each cloud's own environment variables and profile files.",
      attributes: attributesOf(CONFIGURATION_FIELDS, 'optional'),
    },
    dataSources: {
      cloudimages_image: imageDataSource(parts),
      cloudimages_images: imagesDataSource(parts),
    },
    resources: { cloudimages_pinned_image: pinnedImageResource(parts) },
    functions: {
      compare_os_versions: compareOsVersionsFunction,
      parse_target: parseTargetFunction,
    },
    validate: async (config) => {
      try {
        await parts.checkConfiguration(toPlain(withoutUnknown(config), CONFIGURATION_FIELDS));
        return [];
      } catch (error) {
        return diagnoseError(error, CONFIGURATION_FIELDS);
      }
    },
    configure: async (config) => {
      await engine?.close();
      engine = undefined;
      // A process that serves several runs, as a debugged one does, is configured in each.
      stopping = new AbortController();
      const unknownArguments = unknownIn(config);
      if (unknownArguments.length > 0) {
        configured = { unknownArguments };
        return [];
      }
      try {
        const configuration = toPlain(config, CONFIGURATION_FIELDS);
        engine = await parts.createEngine(configuration);
        const planMemory = parts.openPlanMemory(configuration, objectType(pinResults()));
        configured = { engine, targets: config['targets'] ?? null, planMemory };
        return [];
      } catch (error) {
        return diagnoseError(error, CONFIGURATION_FIELDS);
      }
    },
    context: () => {
      if (configured === undefined) {
        throw new ImageError('internal', 'a call came before the provider was configured');
      }
      return { configured, signal: stopping.signal };
    },
    stop: () => stopping.abort(),
  };
}

/** Half of a cloud's settings cannot be judged: the other half of its key may not be known yet. */
function withoutUnknown(config: CtyObject): CtyObject {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => [name, isWhollyKnown(value) ? value : null]),
  );
}

/** `alicloud.access_key`: the arguments that are not known yet. */
function unknownIn(config: CtyObject, prefix = ''): readonly string[] {
  return Object.entries(config).flatMap(([name, value]) => {
    if (isWhollyKnown(value)) return [];
    return isCtyObject(value) ? unknownIn(value, `${prefix}${name}.`) : [`${prefix}${name}`];
  });
}
