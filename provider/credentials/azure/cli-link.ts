/** The login of the Azure CLI: the program is run, since its token cache is encrypted on most systems. */
import { abortError } from '../../errors/abort-error';
import { ImageError } from '../../errors/image-error';
import type { CredentialContext, CredentialLink } from '../chain';
import { given } from '../given';
import { parseRecord } from '../profile-file';
import { tokenFinding } from './issued-token';
import { audienceOf, detailsOf } from './details';

/** How long the program may take: it is written in Python, and may renew a token. Milliseconds. */
const PATIENCE_MS = 30_000;

const LOGIN = 'Sign in with the Azure CLI:\n  az login';

/** @see https://learn.microsoft.com/cli/azure/account#az-account-get-access-token */
export function azureCliLink(): CredentialLink {
  return {
    name: 'Azure CLI',
    remedy: LOGIN,
    async find(context) {
      if (given(context.environment['ARM_USE_CLI'])?.toLowerCase() === 'false') {
        return { reason: 'ARM_USE_CLI is false' };
      }
      const details = detailsOf(context);
      const { tenant, subscription } = details;
      const whose =
        subscription !== undefined
          ? ['--subscription', subscription]
          : tenant === undefined
            ? []
            : ['--tenant', tenant];
      const output = await run(
        [
          ...['account', 'get-access-token', '--output', 'json'],
          ...['--resource', audienceOf(context), ...whose],
        ],
        context,
      );
      if ('reason' in output) return output;
      const record = parseRecord(output.text, 'that `az account get-access-token` printed');
      const found = typeof record['subscription'] === 'string' ? record['subscription'] : undefined;
      const used = subscription ?? found;
      return tokenFinding(
        {
          token: record['accessToken'],
          expiresOn: record['expires_on'],
          details: used === undefined ? details : { ...details, subscription: used },
          principal: `az ${String(record['tenant'])} ${used}`,
        },
        'az login',
        context.now(),
      );
    },
  };
}

/** What it printed, or why it cannot say. */
async function run(
  args: readonly string[],
  { environment, signal }: CredentialContext,
): Promise<{ readonly text: string } | { readonly reason: string }> {
  if (signal.aborted) throw abortError(signal);
  const unsafe = args.find((arg) => !/^[\w:/.@-]+$/.test(arg));
  if (unsafe !== undefined) {
    throw new ImageError(
      'invalid-configuration',
      `"${unsafe}" is not the id or name of a tenant or subscription that az takes`,
      {
        hint: 'Give the subscription by its id.',
      },
    );
  }
  const { execFile } = await import('node:child_process');
  // On Windows, az is a batch file, which only a shell can start.
  const shell = process.platform === 'win32';
  const options = {
    signal,
    timeout: PATIENCE_MS,
    env: { ...environment },
    windowsHide: true,
    shell,
  };
  return new Promise((resolve, reject) => {
    execFile('az', args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ text: stdout });
      else if (signal.aborted) reject(abortError(signal));
      else if (error.code === 'ENOENT') resolve({ reason: 'az is not installed' });
      else if (error.killed === true) resolve({ reason: 'az took too long' });
      else if (/az login/.test(stderr)) resolve({ reason: 'az is not signed in; run `az login`' });
      else resolve({ reason: `az failed with exit code ${error.code}` });
    });
  });
}
