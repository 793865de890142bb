/** The marketplace: publishers, offers, SKUs and versions of a location. */
import { listWhole, refuseUnknownIds } from '../../listing';
import type { AnswerContext } from '../../serve';
import { WireError } from '../../wire';
import type { World } from '../../world';
import type { Operation } from './operation';
import type { AzurermCall } from './call';
import { printVersion } from './image';
import { placeOf, same, type Place } from './place';

type Level = 'publisher' | 'offer' | 'sku' | 'version';
const LEVELS: readonly Level[] = ['publisher', 'offer', 'sku', 'version'];

type Version = Extract<Place, { kind: 'marketplace' }>;

/** The images below what the path names. Nothing at all below it is "not found". */
function below({ world, call, effects }: AnswerContext<AzurermCall>) {
  const location = checkedLocation(world, call);
  const found = listWhole(world, effects, {
    cloud: 'azurerm',
    region: location,
    keep: (image) => isBelow(placeOf(image), call.parts),
  });
  if (found.length === 0 && call.parts['publisher'] !== undefined) {
    const ids = [call.parts['version'] ?? ''];
    refuseUnknownIds([], effects, { ids, code: 'NotFound' });
    throw new WireError('NotFound', 'Artifact: VMImage was not found.', 404);
  }
  return { location, found };
}

function isBelow(place: Place, parts: AzurermCall['parts']): place is Version {
  if (place.kind !== 'marketplace') return false;
  return LEVELS.every((level) => {
    const wanted = parts[level];
    return wanted === undefined || same(wanted, place[level]);
  });
}

export function checkedLocation(world: World, call: AzurermCall): string {
  const location = (call.parts['location'] ?? '').toLowerCase();
  if (!world.regions('azurerm').includes(location)) {
    throw new WireError(
      'NoRegisteredProviderFound',
      `No registered resource provider found for location '${location}' and API version '${call.query.get('api-version')}'.`,
      400,
    );
  }
  return location;
}

/** The different names of a level, in their order. */
function namesAt(level: Level): Operation {
  return (context) => {
    const { location, found } = below(context);
    const names = new Set(
      found.flatMap((image) => {
        const place = placeOf(image);
        return place.kind === 'marketplace' ? [place[level]] : [];
      }),
    );
    const bare = [...names].map((name) => ({ id: `${context.call.path}/${name}`, name, location }));
    return { bare };
  };
}

export const marketplaceLists: Readonly<Record<string, Operation>> = {
  'VirtualMachineImages.ListPublishers': namesAt('publisher'),
  'VirtualMachineImages.ListOffers': namesAt('offer'),
  'VirtualMachineImages.ListSkus': namesAt('sku'),
  'VirtualMachineImages.List': (context) => {
    if (context.call.query.get('$expand') !== 'properties') return namesAt('version')(context);
    const { location, found } = below(context);
    return { rows: found.map((image) => printVersion(image, placeOf(image), location)) };
  },
  'VirtualMachineImages.Get': (context) => {
    const { location, found } = below(context);
    const [image] = found;
    if (image === undefined) {
      throw new WireError('NotFound', 'Artifact: VMImage was not found.', 404);
    }
    return { one: printVersion(image, placeOf(image), location) };
  },
};
