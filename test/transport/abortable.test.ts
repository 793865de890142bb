import { getEventListeners } from 'node:events';

import { abortable, onAbort } from '../../provider/transport/abortable';
import { createSemaphore } from '../../provider/transport/semaphore';

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

describe('onAbort', () => {
  it('calls everyone who still waits, once, and leaves no listener', () => {
    const controller = new AbortController();
    const { signal } = controller;
    const [first, second, left] = [jest.fn(), jest.fn(), jest.fn()];
    onAbort(signal, first);
    onAbort(signal, second);
    onAbort(signal, second);
    onAbort(signal, left)();
    expect(listeners(signal)).toBe(1);
    controller.abort();
    controller.abort();
    expect([first, second, left].map((callback) => callback.mock.calls.length)).toEqual([1, 2, 0]);
    expect(listeners(signal)).toBe(0);
  });

  it('calls at once if the signal is already aborted', () => {
    const callback = jest.fn();
    onAbort(AbortSignal.abort(), callback)();
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('removes its listener when the last one stops waiting, and listens again after that', () => {
    const controller = new AbortController();
    const { signal } = controller;
    const stops = [onAbort(signal, jest.fn()), onAbort(signal, jest.fn())];
    stops[0]?.();
    expect(listeners(signal)).toBe(1);
    stops[1]?.();
    stops[1]?.();
    expect(listeners(signal)).toBe(0);
    const late = jest.fn();
    onAbort(signal, late);
    stops[0]?.();
    controller.abort();
    expect(late).toHaveBeenCalledTimes(1);
  });
});

describe('abortable', () => {
  it('passes the outcome on and leaves no listener', async () => {
    const { signal } = new AbortController();
    await expect(abortable(Promise.resolve(7), signal)).resolves.toBe(7);
    const error = new Error('of the work');
    await expect(abortable(Promise.reject(error), signal)).rejects.toBe(error);
    expect(listeners(signal)).toBe(0);
  });

  it('ends the wait with the signal’s error', async () => {
    const controller = new AbortController();
    const wait = abortable(new Promise(() => undefined), controller.signal);
    controller.abort();
    await expect(wait).rejects.toMatchObject({ code: 'cancelled' });
    await expect(abortable(Promise.resolve(1), controller.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('createSemaphore', () => {
  it('gives places in order of arrival, skips who left, and leaves no listener', async () => {
    const semaphore = createSemaphore(1);
    const controller = new AbortController();
    const { signal } = new AbortController();
    const order: number[] = [];
    await semaphore.acquire(signal);
    const waits = [1, 2].map((number) => semaphore.acquire(signal).then(() => order.push(number)));
    const left = semaphore.acquire(controller.signal);
    const last = semaphore.acquire(signal).then(() => order.push(4));
    controller.abort();
    await expect(left).rejects.toMatchObject({ code: 'cancelled' });
    for (const wait of [...waits, last]) {
      semaphore.release();
      await wait;
    }
    semaphore.release();
    await semaphore.acquire(signal);
    expect(order).toEqual([1, 2, 4]);
    expect(listeners(signal)).toBe(0);
  });
});
