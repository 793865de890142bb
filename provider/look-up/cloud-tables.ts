/** The tables of all clouds, with the publishers of the configuration, as the look-up uses them. */
import { accountsIn, officialAccounts } from '../clouds/definition/publishers';
import { own } from '../clouds/definition/own';
import { CLOUDS } from '../clouds/index';
import type { CloudTables } from '../image/cloud-tables';
import type { Publishers } from './configuration';

/** A configured publisher takes the place of an official one of the same name. */
export function cloudTables(configured: Publishers): CloudTables {
  const official = Object.values(CLOUDS).flatMap(({ publishers = [] }) =>
    publishers.map(({ name }) => name),
  );
  return {
    publishers: [...new Set([...Object.keys(configured), ...official])],
    isOfficial: (publisher) =>
      official.includes(publisher) && own(configured, publisher) === undefined,
    accountsOf: (publisher, { cloud, region }) => {
      const byCloud = own(configured, publisher);
      if (byCloud !== undefined) return own(byCloud, cloud) ?? [];
      const definition = CLOUDS[cloud];
      return (definition.publishers ?? [])
        .filter(({ name }) => name === publisher)
        .flatMap((one) => accountsIn(one, definition, region));
    },
    officialIn: ({ cloud, region }, distro) => officialAccounts(CLOUDS[cloud], region, distro),
    architectureOf: (instanceType, { cloud }) => CLOUDS[cloud].instanceArchitecture?.(instanceType),
  };
}
