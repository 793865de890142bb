/** Credentials files: named by variables, or where the gcloud command puts them. */
import type { CredentialContext, CredentialLink, Finding } from '../chain';
import { firstGiven } from '../given';
import { brokenFile, expandHome, readIfThere } from '../profile-file';
import { tokenOfFile } from './credentials-file';
import { gcloudFolder } from './project';

/** The variables of Google's Terraform provider: a path, or the contents of a file. */
const KEY_VARIABLES = ['GOOGLE_CREDENTIALS', 'GOOGLE_CLOUD_KEYFILE_JSON', 'GCLOUD_KEYFILE_JSON'];

const ADC_VARIABLES = ['GOOGLE_APPLICATION_CREDENTIALS', 'google_application_credentials'];

export function googleKeyVariablesLink(): CredentialLink {
  return {
    name: 'environment',
    async find(context) {
      const variable = firstGiven(KEY_VARIABLES, context.environment);
      if (variable === undefined) return { reason: `${KEY_VARIABLES.join(', ')} not set` };
      return tokenOfValue(variable.value, `the environment variable ${variable.name}`, context);
    },
  };
}

/** Application Default Credentials by their variable. */
export function applicationDefaultLink(): CredentialLink {
  return {
    name: 'Application Default Credentials',
    remedy:
      'Name the key file of a service account:\n  export GOOGLE_APPLICATION_CREDENTIALS=/path/to/key.json',
    async find(context) {
      const variable = firstGiven(ADC_VARIABLES, context.environment);
      if (variable === undefined) return { reason: `${ADC_VARIABLES[0]} not set` };
      return tokenOfPath(variable.value, context);
    },
  };
}

/** Application Default Credentials where `gcloud auth application-default login` puts them. */
export function gcloudFileLink(): CredentialLink {
  return {
    name: 'gcloud',
    remedy: 'Sign in:\n  gcloud auth application-default login',
    async find(context) {
      const path = `${gcloudFolder(context)}/application_default_credentials.json`;
      const contents = await readIfThere(path, context);
      return contents === undefined
        ? { reason: `no file ${path}` }
        : tokenOfFile(contents, path, context);
    },
  };
}

/**
 * The token of a value that is a path or the contents of a file.
 *
 * @param name - of the value, for errors
 */
export async function tokenOfValue(
  value: string,
  name: string,
  context: CredentialContext,
): Promise<Finding> {
  const isContents = value.trimStart().startsWith('{');
  return isContents ? tokenOfFile(value, `in ${name}`, context) : tokenOfPath(value, context);
}

async function tokenOfPath(value: string, context: CredentialContext): Promise<Finding> {
  const path = expandHome(value, context);
  const contents = await readIfThere(path, context);
  if (contents === undefined) throw brokenFile(path, 'does not exist', 'Correct the path.');
  return tokenOfFile(contents, path, context);
}
