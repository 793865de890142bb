/** One look-up to be made: a catalog, a question and a fault script, all from one seed. */
import type { CloudId } from '../../simulator/index';
import { drawCatalog, drawNewcomer, truthsOf, type Catalog } from './catalog';
import { createRandom } from './random';
import { drawQuery, type Query } from './query';
import { drawScript, type Script } from './script';
import type { Drawn, Truth } from './truth';
import { CHAOS_CLOUDS, vocabularyOf } from './vocabulary/index';

export interface ScenarioOptions {
  readonly seed: number;
  readonly overSockets: boolean;
  readonly cloud?: CloudId | undefined;
  readonly fault?: string | undefined;
}

export interface Scenario {
  readonly seed: number;
  readonly index: number;
  readonly overSockets: boolean;
  readonly catalogs: readonly Catalog[];
  readonly question:
    | { readonly kind: 'query'; readonly query: Query }
    | { readonly kind: 'id'; readonly target: string; readonly id: string };
  readonly script: Script;
  /** Rows per page that the client asks for: small, so that a few images are many pages. */
  readonly pageSize: number;
  /** The image that appears or vanishes, where the script moves the catalog. */
  readonly moved?: { readonly catalog: Catalog; readonly drawn: Drawn } | undefined;
}

export function drawScenario(index: number, options: ScenarioOptions): Scenario {
  const random = createRandom(options.seed, index);
  const clouds = random.some(
    options.cloud === undefined ? CHAOS_CLOUDS : [options.cloud],
    random.chance(0.2) ? 2 : 1,
  );
  const catalogs = clouds.map((cloud) =>
    drawCatalog(random, cloud, random.pick([0, 1, 3, 8, 16, 30])),
  );
  const targets =
    clouds.length === 1 && random.chance(0.3)
      ? clouds.flatMap((cloud) => vocabularyOf(cloud).regions.map((region) => `${cloud}/${region}`))
      : clouds.map((cloud) => `${cloud}/${random.pick(vocabularyOf(cloud).regions)}`);
  const script = drawScript(random, { overSockets: options.overSockets, only: options.fault });
  const catalog = random.pick(catalogs);
  const moved =
    script.move === undefined ? undefined : drawMoved(script.move.name, catalog, targets, random);
  return {
    seed: options.seed,
    index,
    overSockets: options.overSockets,
    catalogs,
    question: random.chance(0.08)
      ? drawId(random, catalogs, targets)
      : { kind: 'query', query: drawQuery(random, catalogs, targets) },
    script,
    pageSize: random.pick([2, 3, 5, 10, 100]),
    moved,
  };

  function drawId(
    chance: typeof random,
    from: readonly Catalog[],
    places: readonly string[],
  ): Scenario['question'] {
    const target = chance.pick(places);
    const truths = listed(from, target);
    const id = truths.length > 0 && chance.chance(0.8) ? chance.pick(truths).id : 'img-nosuchid';
    return { kind: 'id', target, id };
  }
}

/** In one place only, so that it is either seen there or not. */
function drawMoved(
  name: string,
  catalog: Catalog,
  targets: readonly string[],
  random: ReturnType<typeof createRandom>,
): Scenario['moved'] {
  const place = targets.find((target) => target.startsWith(`${catalog.cloud}/`));
  const region = place?.split('/')[1] ?? '';
  if (name === 'an image appears') {
    const drawn = drawNewcomer(random, catalog.cloud, [region]);
    const isNew = catalog.drawn.every(({ image }) => image.id !== drawn.image.id);
    return isNew ? { catalog, drawn } : undefined;
  }
  const candidates = catalog.drawn.filter(
    ({ image }) => image.regions.length === 1 && image.regions[0] === region,
  );
  return candidates.length === 0 ? undefined : { catalog, drawn: random.pick(candidates) };
}

function listed(catalogs: readonly Catalog[], target: string): readonly Truth[] {
  const [cloud, region = ''] = target.split('/');
  return catalogs
    .filter((catalog) => catalog.cloud === cloud)
    .flatMap((catalog) => truthsOf(catalog, region));
}

/** The truths of a target, before or after the catalog has moved. */
export function truthsAt(scenario: Scenario, target: string, afterMove: boolean): readonly Truth[] {
  const before = listed(scenario.catalogs, target);
  const { moved, script } = scenario;
  const [cloud, region = ''] = target.split('/');
  if (!afterMove || moved === undefined || moved.catalog.cloud !== cloud) return before;
  if (!moved.drawn.image.regions.includes(region)) return before;
  const { id } = moved.drawn.image;
  return script.move?.name === 'an image appears'
    ? [...before, { ...moved.drawn.truth, cloud: moved.catalog.cloud, region }]
    : before.filter((truth) => truth.id !== id);
}
