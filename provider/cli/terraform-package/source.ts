/** The addresses of the provider in Terraform and OpenTofu. */

/** `source = "cloudimages/cloudimages"` is another address in each of them. */
export const HOSTS = {
  terraform: 'registry.terraform.io',
  opentofu: 'registry.opentofu.org',
} as const;

export const NAMESPACE = 'cloudimages';
export const TYPE = 'cloudimages';

/** The address under which Terraform's own files name the provider. */
export const TERRAFORM_ADDRESS = `${HOSTS.terraform}/${NAMESPACE}/${TYPE}`;
