/** What is generated and checked in is what the generators make of the provider's schema today. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describeWithPackages } from '../engines/find';

jest.setTimeout(60_000);

describeWithPackages('cdktf-generator-0.21.0', 'with the generator for CDKTF', () => {
  describeWithPackages('cdktn-generator-0.24.0', 'and the one for CDKTN', () => {
    test('the bindings, and what CDKTN has from CDKTF, are as generated', () => {
      const { status, stderr } = spawnSync(
        process.execPath,
        ['scripts/generate-cdktf.mjs', '--check'],
        { cwd: path.resolve(__dirname, '../..'), encoding: 'utf8' },
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    });
  });
});
