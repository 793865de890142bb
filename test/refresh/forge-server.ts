/** One loopback server that is a Git remote (by Git's own http-backend) and records REST requests. */
import { execFileSync, spawn } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request to the REST API. */
export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: unknown;
}

/** The server, and what it saw. */
export interface ForgeServer {
  readonly origin: string;
  readonly requests: Recorded[];
  /** `Authorization` headers of Git's requests. */
  readonly gitHeaders: Set<string | undefined>;
  /** What the API lists as open pull requests. */
  open: readonly object[];
  readonly close: () => Promise<void>;
}

/**
 * Serves the bare repositories of a folder.
 *
 * @param isAllowed - judges the header of Git's requests
 */
export async function serveForge(
  root: string,
  isAllowed: (authorization: string | undefined) => boolean,
): Promise<ForgeServer> {
  const backend = `${execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim()}/git-http-backend`;
  const requests: Recorded[] = [];
  const gitHeaders = new Set<string | undefined>();
  const server = http.createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname.startsWith('/api/')) return void answerApi(request, response);
    const { authorization } = request.headers;
    gitHeaders.add(authorization);
    if (!isAllowed(authorization)) return void response.writeHead(403).end();
    const child = spawn(backend, [], {
      env: {
        PATH: process.env['PATH'],
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        REMOTE_USER: 'tester',
        REQUEST_METHOD: request.method,
        PATH_INFO: pathname,
        QUERY_STRING: search.slice(1),
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    request.pipe(child.stdin);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('close', () => {
      const all = Buffer.concat(chunks);
      const end = all.indexOf('\r\n\r\n');
      const head = all.subarray(0, end).toString().split('\r\n');
      for (const line of head) {
        const [name = '', value = ''] = line.split(/: (.*)/s);
        if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
        else response.setHeader(name, value);
      }
      response.end(all.subarray(end + 4));
    });
  });

  async function answerApi(
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const { method = '', url = '', headers } = request;
    requests.push({ method, url, headers, body: text === '' ? undefined : JSON.parse(text) });
    response.setHeader('content-type', 'application/json');
    const made = {
      number: 7,
      iid: 7,
      html_url: 'https://example.com/pr/7',
      web_url: 'https://example.com/mr/7',
    };
    response.end(JSON.stringify(method === 'GET' ? forge.open : made));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const forge: ForgeServer = {
    origin: `http://127.0.0.1:${port}`,
    requests,
    gitHeaders,
    open: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return forge;
}
