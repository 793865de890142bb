/** Where Terraform and OpenTofu know the provider by. */

/** `source = "cloudimages/cloudimages"` means another address in each of them. */
export const HOSTS = {
  terraform: 'registry.terraform.io',
  opentofu: 'registry.opentofu.org',
} as const;

export const NAMESPACE = 'cloudimages';
export const TYPE = 'cloudimages';

/** The address under which Terraform's own files name the provider. */
export const TERRAFORM_ADDRESS = `${HOSTS.terraform}/${NAMESPACE}/${TYPE}`;
