/** The simulated APIs over HTTP, with nothing done about errors. */
import { request as httpRequest } from 'node:http';
import type { SimulatorRequest, SimulatorResponse } from '@cloudimages/simulator';

/** Sends a request whose host is the endpoint's; rejects as the connection does. */
export function send(
  endpoint: string,
  request: SimulatorRequest,
  signal?: AbortSignal,
): Promise<SimulatorResponse> {
  return new Promise((resolve, reject) => {
    const path = request.query === '' ? request.path : `${request.path}?${request.query}`;
    const outgoing = httpRequest(
      new URL(path, endpoint),
      {
        method: request.method,
        headers: request.headers,
        agent: false,
        ...(signal ? { signal } : {}),
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers as Record<string, string>,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(request.body);
  });
}
