// Pull requests of GitHub and merge requests of GitLab, by their REST APIs.

/** The longest wait for one answer. */
const TIMEOUT_MS = 30_000;

/**
 * The service that this job runs on, by the variables that it sets itself.
 *
 * @returns the remote repository, the header that Git sends to it, and one function that opens or
 * updates the pull request of a branch and returns its address
 */
export function forgeOf(environment, token) {
  if (environment.GITLAB_CI === 'true') return gitlab(environment, token);
  if (environment.GITHUB_REPOSITORY) return github(environment, token);
  throw new Error('This script runs in GitHub Actions or in GitLab CI/CD.');
}

// https://docs.github.com/en/rest/pulls/pulls
function github(environment, token) {
  const { GITHUB_API_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = environment;
  const [owner] = GITHUB_REPOSITORY.split('/');
  const pulls = `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/pulls`;
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'x-github-api-version': '2022-11-28',
  };
  return {
    url: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`,
    authorization: basic('x-access-token', token),
    openOrUpdate: async ({ branch, base, title, text }) => {
      const query = new URLSearchParams({ state: 'open', head: `${owner}:${branch}`, base });
      const [known] = await send('GET', `${pulls}?${query}`, headers);
      const answer =
        known === undefined
          ? await send('POST', pulls, headers, { title, head: branch, base, body: text })
          : await send('PATCH', `${pulls}/${Number(known.number)}`, headers, { body: text });
      return answer.html_url;
    },
  };
}

// https://docs.gitlab.com/api/merge_requests/
function gitlab(environment, token) {
  const { CI_API_V4_URL, CI_PROJECT_ID, CI_PROJECT_URL } = environment;
  const project = encodeURIComponent(CI_PROJECT_ID);
  const requests = `${CI_API_V4_URL}/projects/${project}/merge_requests`;
  const headers = { 'private-token': token };
  return {
    url: `${CI_PROJECT_URL}.git`,
    authorization: basic('oauth2', token),
    openOrUpdate: async ({ branch, base, title, text }) => {
      const ends = { source_branch: branch, target_branch: base };
      const query = new URLSearchParams({ state: 'opened', ...ends });
      const [known] = await send('GET', `${requests}?${query}`, headers);
      const answer =
        known === undefined
          ? await send('POST', requests, headers, { ...ends, title, description: text })
          : await send('PUT', `${requests}/${Number(known.iid)}`, headers, { description: text });
      return answer.web_url;
    },
  };
}

function basic(user, token) {
  return `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;
}

/** Sends one request. A redirect is a failure, since the token must not go elsewhere. */
async function send(method, url, headers, body) {
  const response = await fetch(url, {
    method,
    headers: { 'user-agent': 'cloudimages', 'content-type': 'application/json', ...headers },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((error) => {
    const reason = error.cause?.message ?? error.message;
    throw new Error(`${method} ${new URL(url).pathname} failed: ${reason}`);
  });
  if (response.ok) return response.json();
  const hint = response.status === 403 || response.status === 401 ? ' Check the token.' : '';
  throw new Error(`${method} ${new URL(url).pathname} answered ${response.status}.${hint}`);
}
