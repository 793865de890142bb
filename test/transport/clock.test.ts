import { systemClock } from '../../provider/transport/clock';

describe('systemClock', () => {
  it('waits, and never goes back', async () => {
    const before = systemClock.now();
    await systemClock.sleep(1, new AbortController().signal);
    expect(systemClock.now()).toBeGreaterThan(before);
  });

  it('ends a wait when cancelled, before it and during it', async () => {
    await expect(systemClock.sleep(1e6, AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
    const controller = new AbortController();
    const wait = systemClock.sleep(1e6, controller.signal);
    controller.abort();
    await expect(wait).rejects.toMatchObject({ code: 'cancelled' });
  });
});
