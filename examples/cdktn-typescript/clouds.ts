/**
 * The clouds' own providers and instances, by their Terraform names.
 *
 * Typed classes for them come from `cdktn get`, with `aliyun/alicloud` and
 * `tencentcloudstack/tencentcloud` among the project's `terraformProviders`. This example does
 * without, to stay small: an image id goes into those classes in the same way.
 */
import { TerraformProvider, TerraformResource } from 'cdktn';
import type { Construct } from 'constructs';

/** Arguments by their Terraform names. */
type Arguments = Readonly<Record<string, unknown>>;

/** Alibaba Cloud and Tencent Cloud, as Terraform's registry knows them. */
const PROVIDERS = {
  alicloud: { source: 'aliyun/alicloud', version: '~> 1.230' },
  tencentcloud: { source: 'tencentcloudstack/tencentcloud', version: '~> 1.81' },
} as const;

/** A cloud's provider. */
export class CloudProvider extends TerraformProvider {
  constructor(scope: Construct, cloud: keyof typeof PROVIDERS, args: Arguments) {
    const { source, version } = PROVIDERS[cloud];
    super(scope, cloud, {
      terraformResourceType: cloud,
      terraformProviderSource: source,
      terraformGeneratorMetadata: { providerName: cloud, providerVersion: version },
    });
    for (const [name, value] of Object.entries(args)) this.addOverride(name, value);
  }
}

/** An instance: `alicloud_instance` or `tencentcloud_instance`. */
export class CloudInstance extends TerraformResource {
  constructor(scope: Construct, id: string, cloud: keyof typeof PROVIDERS, args: Arguments) {
    super(scope, id, {
      terraformResourceType: `${cloud}_instance`,
      terraformGeneratorMetadata: { providerName: cloud },
    });
    for (const [name, value] of Object.entries(args)) this.addOverride(name, value);
  }
}
