/** Machines on two clouds, started from images that are looked up when Terraform plans. */
import { CloudimagesProvider, getImages, PinnedImage } from '@cloudimages/cdktf';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { CloudInstance, CloudProvider } from './clouds';

const HANGZHOU = 'alicloud/cn-hangzhou';
const SINGAPORE = 'tencentcloud/ap-singapore';

/** What both the look-up and the pin ask for. */
const UBUNTU = {
  distro: 'ubuntu',
  osVersion: '22.04',
  architecture: 'x86_64',
  owners: ['public'],
  mostRecent: true,
};

class WebStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new CloudProvider(this, 'alicloud', { region: 'cn-hangzhou' });
    new CloudProvider(this, 'tencentcloud', { region: 'ap-singapore' });
    // Credentials come from each cloud's own environment variables and profile files.
    new CloudimagesProvider(this, 'cloudimages');

    const ubuntu = getImages(this, 'ubuntu', { targets: [HANGZHOU, SINGAPORE], ...UBUNTU });
    new CloudInstance(this, 'web-hangzhou', 'alicloud', {
      image_id: ubuntu.idFor(HANGZHOU),
      instance_type: 'ecs.g7.large',
      security_groups: ['sg-bp1example'],
      vswitch_id: 'vsw-bp1example',
    });
    new CloudInstance(this, 'web-singapore', 'tencentcloud', {
      image_id: ubuntu.idFor(SINGAPORE),
      instance_type: 'S5.MEDIUM4',
      availability_zone: 'ap-singapore-3',
    });

    // A database is not to be replaced because a newer image appeared. To move it, change a trigger.
    const base = new PinnedImage(this, 'database-image', {
      targets: [HANGZHOU],
      ...UBUNTU,
      triggers: { refresh: '2026-q4' },
    });
    new CloudInstance(this, 'database', 'alicloud', {
      image_id: base.imageId,
      instance_type: 'ecs.g7.xlarge',
      security_groups: ['sg-bp1example'],
      vswitch_id: 'vsw-bp1example',
    });

    new TerraformOutput(this, 'image_ids', { value: ubuntu.idByTarget });
    new TerraformOutput(this, 'database_image_id', { value: base.imageId });
  }
}

const app = new App();
new WebStack(app, 'web');
app.synth();
