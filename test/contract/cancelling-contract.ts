/** What every cloud guarantees when its caller leaves: it stops at once, and asks for nothing more. */
import { httpThrough } from './harness';
import { listRequestsOf, play, type ContractCloud } from './scene';

export function cancellingContract(definition: ContractCloud): void {
  const cancelled = { code: 'cancelled', facts: { cloud: definition.id } };

  it('asks for nothing when it is cancelled from the start', async () => {
    const { error, requests } = await play(definition, { signal: AbortSignal.abort() });
    expect(error).toMatchObject(cancelled);
    expect(requests).toEqual([]);
  });

  it('ends while it waits for an answer', async () => {
    const controller = new AbortController();
    const { error, requests } = await play(definition, {
      signal: controller.signal,
      faults: [{ kind: 'hang' }],
      through: (http, world) => ({
        ...http,
        async send(request, options) {
          const before = world.requests().length;
          const answer = http.send(request, options);
          while (world.requests().length === before) await new Promise(setImmediate);
          if (listRequestsOf(world, definition.id).length > 0) controller.abort();
          return answer;
        },
      }),
    });
    expect(error).toMatchObject(cancelled);
    expect(requests).toHaveLength(1);
  });

  it('ends between two pages', async () => {
    const controller = new AbortController();
    const { error, requests } = await play(definition, {
      signal: controller.signal,
      through: (http, world) =>
        httpThrough(http, {
          response: (response) => {
            if (listRequestsOf(world, definition.id).length > 0) controller.abort();
            return response;
          },
        }),
    });
    expect(error).toMatchObject(cancelled);
    expect(requests).toHaveLength(1);
  });

  it('ends while it waits for another try', async () => {
    const controller = new AbortController();
    const { error, requests, waits } = await play(definition, {
      signal: controller.signal,
      faults: [{ kind: 'throttle' }],
      onWait: () => controller.abort(),
    });
    expect(error).toMatchObject(cancelled);
    expect(waits).toHaveLength(1);
    expect(requests).toHaveLength(1);
  });

  it('passes on why its caller left', async () => {
    const { error } = await play(definition, {
      signal: AbortSignal.abort(new DOMException('too slow', 'TimeoutError')),
    });
    expect(error).toMatchObject({ code: 'timeout' });
  });
}
