import { readdirSync } from 'node:fs';
import path from 'node:path';
import { CLOUDS } from '../../provider/clouds/index';
import { cloudContract } from './cloud-contract';

describe.each(Object.values(CLOUDS).map((definition) => [definition.id, definition] as const))(
  '%s',
  (_, definition) => cloudContract(definition),
);

describe('the registry', () => {
  it('has every file of the folder, each by the name of its cloud', () => {
    const folder = path.join(__dirname, '../../provider/clouds');
    const files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^(index|define-cloud)\.ts$/.test(entry.name))
      .map(({ name }) => path.basename(name, '.ts'));
    expect(Object.keys(CLOUDS).toSorted()).toEqual(files.toSorted());
    expect(Object.values(CLOUDS).map(({ id }) => id)).toEqual(Object.keys(CLOUDS));
  });
});
