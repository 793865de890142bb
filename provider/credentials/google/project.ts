/** The project whose images are one's own. */
import type { CredentialContext, Finding } from '../chain';
import { firstGiven, given } from '../given';
import { expandHome, parseIni, readIfThere } from '../profile-file';

/** The variables of Google's tools and of its Terraform provider. */
const VARIABLES = [
  'GOOGLE_PROJECT',
  'GOOGLE_CLOUD_PROJECT',
  'GCLOUD_PROJECT',
  'CLOUDSDK_CORE_PROJECT',
];

/**
 * A finding with its project: the configured one, that of a variable, that of the credentials, that
 * of the gcloud command.
 *
 * @param ofCredentials - the project that the credentials themselves name
 */
export async function withProject(
  finding: Finding,
  context: CredentialContext,
  ofCredentials?: string,
): Promise<Finding> {
  if (!('credential' in finding)) return finding;
  const accountId =
    given(context.explicit?.settings?.['project']) ??
    firstGiven(VARIABLES, context.environment)?.value ??
    given(ofCredentials) ??
    (await projectOfGcloud(context));
  return accountId === undefined ? finding : { ...finding, accountId };
}

/** The folder of the gcloud command. */
export function gcloudFolder(context: CredentialContext): string {
  const { environment } = context;
  const onWindows = given(environment['APPDATA']);
  return (
    given(environment['CLOUDSDK_CONFIG']) ??
    (onWindows === undefined ? expandHome('~/.config/gcloud', context) : `${onWindows}/gcloud`)
  );
}

/** `project` in the section `core` of the active configuration. */
async function projectOfGcloud(context: CredentialContext): Promise<string | undefined> {
  const folder = gcloudFolder(context);
  const active =
    given(context.environment['CLOUDSDK_ACTIVE_CONFIG_NAME']) ??
    given(await readIfThere(`${folder}/active_config`, context)) ??
    'default';
  if (!/^[\w-]+$/.test(active)) return undefined;
  const text = await readIfThere(`${folder}/configurations/config_${active}`, context);
  const project = parseIni(text ?? '').get('core')?.['project'];
  return typeof project === 'string' ? given(project) : undefined;
}
