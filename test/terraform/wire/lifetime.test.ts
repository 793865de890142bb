import { createLifetime, watchParent } from '../../../provider/terraform/wire/lifetime';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const MINUTE = 60_000;

describe('the life of the process', () => {
  const start = (isParentAlive = (): boolean => true) => {
    const exit = jest.fn();
    return { exit, ...createLifetime({ exit, isParentAlive }) };
  };

  test('ends when nobody connects', () => {
    const { exit } = start();
    jest.advanceTimersByTime(MINUTE - 1);
    expect(exit).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(exit).toHaveBeenCalledWith('nobody connected');
  });

  test('goes on without a connection while Terraform lives', () => {
    let isAlive = true;
    const { exit, connectionOpened, connectionClosed } = start(() => isAlive);
    connectionOpened();
    connectionClosed();
    jest.advanceTimersByTime(60 * MINUTE);
    expect(exit).not.toHaveBeenCalled();
    isAlive = false;
    jest.advanceTimersByTime(1000);
    expect(exit).toHaveBeenCalledWith('Terraform is gone');
  });

  test('ends when Terraform closes its connection after Shutdown', () => {
    const { exit, connectionOpened, connectionClosed, shutdownAsked } = start();
    connectionOpened();
    shutdownAsked();
    expect(exit).not.toHaveBeenCalled();
    connectionClosed();
    expect(exit).toHaveBeenCalledWith('shut down');
  });

  test('ends soon after Shutdown though the connection stays', () => {
    const { exit, connectionOpened, shutdownAsked } = start();
    connectionOpened();
    shutdownAsked();
    jest.advanceTimersByTime(500);
    expect(exit).toHaveBeenCalledWith('shut down');
  });
});

describe('a look after the parent', () => {
  const failing = (code: string) => (): never => {
    throw Object.assign(new Error(code), { code });
  };

  test.each([
    ['runs', () => true, true],
    ['runs as somebody else', failing('EPERM'), true],
    ['is gone', failing('ESRCH'), false],
  ])('finds that it %s', (_case, kill, expected) => {
    expect(watchParent({ ppid: 7, kill })()).toBe(expected);
  });

  test('finds that another process has taken over', () => {
    const process = { ppid: 7, kill: () => true };
    const isAlive = watchParent(process);
    process.ppid = 1;
    expect(isAlive()).toBe(false);
  });
});
