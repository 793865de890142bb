/** Keeps secrets out of answers, so that whatever a service echoes is masked before anyone reads it. */

import type { HttpClient, HttpRequest } from './http-client';
import type { SecretKeeper } from './redact';

/**
 * An HTTP client whose answers do not contain the learned secrets, nor the signature and tokens of
 * their own request. An image name that repeats a token would otherwise end up in a state file.
 */
export function redactingClient(http: HttpClient, secrets: SecretKeeper): HttpClient {
  const clean = (text: string, own: readonly string[]) =>
    secrets.mayBeIn(text, own) ? secrets.redact(text) : text;
  return {
    async send(request, options) {
      const own = secretsIn(request);
      secrets.learnForNow(own);
      const { status, headers, text } = await http.send(request, options);
      return {
        status,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, clean(value, own)]),
        ),
        text: clean(text, own),
      };
    },
    warmUp: () => http.warmUp(),
    close: () => http.close(),
  };
}

/** The signature and the tokens that a request carries. */
export function secretsIn({ url, headers }: HttpRequest): readonly string[] {
  const inHeaders = Object.entries(headers).flatMap(([name, value]) => {
    if (/token|secret/i.test(name)) return [value];
    if (!/authorization/i.test(name)) return [];
    return [/^Bearer\s+(.+)$/i.exec(value)?.[1], /Signature=([^,\s]+)/.exec(value)?.[1]];
  });
  return [...inHeaders, ...(MAY_SIGN.test(url) ? secretParameters(url) : [])].flatMap((one) =>
    one === undefined || one === '' ? [] : [one],
  );
}

/** Most APIs sign in a header, and taking a URL apart takes long beside a look at it. */
const MAY_SIGN = /signature|token/i;

function secretParameters(url: string): readonly (string | undefined)[] {
  return [...new URL(url).searchParams].map(([name, value]) =>
    /signature$|token/i.test(name) ? value : undefined,
  );
}
