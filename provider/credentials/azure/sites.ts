/**
 * Azure's separate clouds, each with sign-in and API of its own.
 *
 * @see https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure
 */

export interface Site {
  readonly api: string;
  readonly authority: string;
}

/** By the words of the Terraform provider's `environment`. */
export const SITES: Readonly<Record<'public' | 'china' | 'usgovernment', Site>> = {
  public: {
    api: 'https://management.azure.com',
    authority: 'https://login.microsoftonline.com',
  },
  china: {
    api: 'https://management.chinacloudapi.cn',
    authority: 'https://login.chinacloudapi.cn',
  },
  usgovernment: {
    api: 'https://management.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
  },
};

export const SITE_NAMES = Object.keys(SITES);

/** A site by its name; the public one where the name is not known. */
export function siteNamed(name: string | undefined): Site {
  return name !== undefined && Object.hasOwn(SITES, name)
    ? SITES[name as keyof typeof SITES]
    : SITES.public;
}

/** The site of a location, by its form: `chinanorth3`, `usgovvirginia`, `usdodeast`. */
export function siteNameOf(location: string): keyof typeof SITES {
  if (location.startsWith('china')) return 'china';
  return /^us(?:gov|dod)/.test(location) ? 'usgovernment' : 'public';
}

/** The locations that exist for sure. Others are looked up in the list of locations first. */
export const LOCATIONS: ReadonlySet<string> = new Set([
  ...['eastus', 'eastus2', 'southcentralus', 'westus', 'westus2', 'westus3', 'centralus'],
  ...['northcentralus', 'westcentralus', 'canadacentral', 'canadaeast', 'mexicocentral'],
  ...['brazilsouth', 'northeurope', 'westeurope', 'uksouth', 'ukwest', 'francecentral'],
  ...['germanywestcentral', 'switzerlandnorth', 'norwayeast', 'swedencentral', 'polandcentral'],
  ...['italynorth', 'spaincentral', 'uaenorth', 'qatarcentral', 'israelcentral'],
  ...['southafricanorth', 'australiaeast', 'australiasoutheast', 'australiacentral'],
  ...['southeastasia', 'eastasia', 'japaneast', 'japanwest', 'koreacentral', 'koreasouth'],
  ...['centralindia', 'southindia', 'westindia', 'newzealandnorth', 'indonesiacentral'],
  ...['chinaeast', 'chinaeast2', 'chinaeast3', 'chinanorth', 'chinanorth2', 'chinanorth3'],
  ...['usgovvirginia', 'usgovarizona', 'usgovtexas', 'usdodeast', 'usdodcentral'],
]);

/** `West Europe` as `westeurope`: answers have both forms. */
export function locationOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '');
}
