/**
 * Keys from a program that a profile names.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
import { abortError } from '../../errors/abort-error';
import type { CredentialContext, Finding } from '../chain';
import { parseRecord } from '../profile-file';
import { findingOf, noKeys } from './temporary-keys';

/** How long the program may take: it may wait for a person. Milliseconds. */
const PATIENCE_MS = 60_000;

export async function processKeys(
  command: string,
  source: string,
  { signal, environment, now }: CredentialContext,
): Promise<Finding> {
  if (signal.aborted) throw abortError(signal);
  const { exec } = await import('node:child_process');
  const output = await new Promise<string>((resolve, reject) => {
    const options = { signal, timeout: PATIENCE_MS, env: { ...environment }, windowsHide: true };
    exec(command, options, (error, stdout) => {
      if (error === null) resolve(stdout);
      else if (signal.aborted) reject(abortError(signal));
      else {
        const how = error.killed === true ? 'it took too long' : `exit code ${error.code}`;
        reject(
          noKeys(source, `the credential_process failed: ${how}`, `Run it yourself:\n  ${command}`),
        );
      }
    });
  });
  const record = parseRecord(output, `that credential_process of ${source} printed`);
  const { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token, Expiration } = record;
  return findingOf({ id, secret, token, expiration: Expiration }, source, now());
}
