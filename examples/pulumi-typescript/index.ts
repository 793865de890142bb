// The newest Ubuntu 22.04 in two clouds, and an instance of it in each.
//
// `@pulumi/tencentcloud` is made on the spot from Tencent's Terraform provider:
//   pulumi package add terraform-provider tencentcloudstack/tencentcloud
import { getImagesOutput } from '@cloudimages/pulumi';
import * as alicloud from '@pulumi/alicloud';
import * as tencentcloud from '@pulumi/tencentcloud';

const hangzhou = 'alicloud/cn-hangzhou';
const singapore = 'tencentcloud/ap-singapore';

const ubuntu = getImagesOutput({
  targets: [hangzhou, singapore],
  distro: 'ubuntu',
  osVersion: '22.04',
  architecture: 'x86_64',
  owners: ['public'],
  mostRecent: true,
});

const group = new alicloud.ecs.SecurityGroup('web', { vpcId: 'vpc-bp1example' });

export const inHangzhou = new alicloud.ecs.Instance('web', {
  imageId: ubuntu.idByTarget[hangzhou],
  instanceType: 'ecs.g7.large',
  securityGroups: [group.id],
  vswitchId: 'vsw-bp1example',
});

export const inSingapore = new tencentcloud.Instance('web', {
  imageId: ubuntu.idByTarget[singapore],
  availabilityZone: 'ap-singapore-1',
  instanceType: 'S5.MEDIUM4',
});

export const imageIds = ubuntu.idByTarget;
