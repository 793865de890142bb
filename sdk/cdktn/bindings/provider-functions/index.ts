// generated from provider function schema

import * as cdktn from 'cdktn';

/**
* Provider-defined functions of the cloudimages provider.
*/
export class CloudimagesProviderFunctions {
  private readonly providerLocalName: string;

  /**
  * @param providerLocalName The local name of the provider in required_providers; defaults to the registry short name. Override when the provider is declared under a different local name — aliases do not change the namespace, local names do.
  */
  constructor(providerLocalName: string) {
    this.providerLocalName = providerLocalName;
  }

  /**
  * -1, 0 or 1: whether `a` is below, the same as or above `b`. By components, as numbers where they are numbers: `9.10` is below `13.04`, and `2012` below `2012 R2`.
  * @param {string} a - An OS version, such as `22.04`.
  * @param {string} b - The version to compare it with.
  * @returns {number}
  */
  public compareOsVersions(a: string, b: string): number {
    return cdktn.Token.asNumber(cdktn.TerraformProviderFunction.invoke(this.providerLocalName, "compare_os_versions", [a, b]));
  }

  /**
  * The `cloud` and the `region` of a target such as `alicloud/cn-hangzhou`. An error where the string is not a target.
  * @param {string} target - `cloud/region`.
  * @returns {object}
  */
  public parseTarget(target: string): cdktn.IResolvable {
    return cdktn.TerraformProviderFunction.invoke(this.providerLocalName, "parse_target", [target]);
  }
}
