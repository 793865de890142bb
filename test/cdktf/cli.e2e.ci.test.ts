/** The example under the command line of CDKTF. That of CDKTN needs Node.js 22. */
import fs from 'node:fs';
import path from 'node:path';
import { describeWithEngine, describeWithPackages, offlineTerraformEnv } from '../engines/find';
import { makeExample } from './harness/project';

jest.setTimeout(120_000);

describeWithPackages('cdktf-cli-0.21.0', 'cdktf-cli', (packages) => {
  describeWithEngine('terraform', 'with Terraform', (terraform) => {
    test('synthesizes what the program does alone', async () => {
      const project = makeExample('cdktf');
      const environment = offlineTerraformEnv(project.folder);
      const cli = path.join(packages, 'node_modules/cdktf-cli/bundle/bin/cdktf.js');
      const stack = path.join(project.folder, 'cdktf.out/stacks/web/cdk.tf.json');
      try {
        const synth = await project.run('node', [cli, 'synth'], {
          ...environment,
          PATH: `${path.dirname(terraform.path)}${path.delimiter}${environment['PATH']}`,
          HOME: project.folder,
          CI: '1',
        });
        expect(synth).toMatchObject({ code: 0 });
        const bySynth = JSON.parse(fs.readFileSync(stack, 'utf8'));
        fs.rmSync(stack);
        await project.run('npm', ['run', '--silent', 'synth']);
        expect(bySynth).toEqual(JSON.parse(fs.readFileSync(stack, 'utf8')));
      } finally {
        project.remove();
      }
    });
  });
});
