/** `cloudimages lock`: which of its jobs is meant. Each is in a file of its own. */
import { EXIT } from '../exit-codes';
import type { LockCommand } from './context';
import { isHoldOperand } from './hold-operand';

/** The jobs that a flag asks for; without one, what is missing is locked. */
const JOBS = {
  merge: async (call: LockCommand) => (await import('./merge.js')).merge(call),
  promote: async (call: LockCommand) => (await import('./rearrange.js')).promoteScope(call),
  prune: async (call: LockCommand) => (await import('./rearrange.js')).pruneLock(call),
  unhold: async (call: LockCommand) => (await import('./hold.js')).unhold(call),
  update: async (call: LockCommand) => (await import('./update.js')).update(call),
  fromState: async (call: LockCommand) => (await import('./from-state.js')).fromState(call),
} as const;

/** The flags that select something. A job that does not apply one of them refuses it. */
const SELECTING = ['target', 'scope', 'reason'] as const;
type Selecting = (typeof SELECTING)[number];

const APPLIED: Readonly<
  Record<keyof typeof JOBS | 'hold' | 'command' | 'add', readonly Selecting[]>
> = {
  merge: [],
  promote: [],
  prune: [],
  command: [],
  unhold: ['target', 'scope'],
  update: ['target', 'scope'],
  fromState: ['scope'],
  hold: ['target', 'scope', 'reason'],
  add: ['target', 'scope'],
};

/** Runs the one job that the flags and operands mean. */
export async function lock(call: LockCommand): Promise<number> {
  const { options, operands, command, terminal } = call;
  const asked = (Object.keys(JOBS) as (keyof typeof JOBS)[]).filter(
    (job) => options[job] !== undefined,
  );
  const [job] = asked;
  const isHold = operands.some(isHoldOperand);
  const jobs = asked.length + (isHold ? 1 : 0) + (command.length > 0 && job !== 'prune' ? 1 : 0);
  if (jobs > 1) {
    terminal.err(
      'Ask for one thing: names, name=IMAGE_ID, --update, --from-state, --promote, --prune, --unhold, --merge or -- COMMAND.\n',
    );
    return EXIT.usage;
  }
  const name = job ?? (isHold ? 'hold' : command.length > 0 ? 'command' : 'add');
  const unused = SELECTING.filter(
    (flag) => options[flag] !== undefined && !APPLIED[name].includes(flag),
  );
  if (unused.length > 0) {
    const flags = unused.map((flag) => `--${flag}`).join(' and ');
    terminal.err(`${flags} cannot be applied to this job of \`lock\`. Leave it out.\n`);
    return EXIT.usage;
  }
  if (job !== undefined) return JOBS[job](call);
  if (isHold) return (await import('./hold.js')).hold(call);
  if (command.length > 0) return (await import('./collect.js')).lockCommand(call);
  return (await import('./add.js')).add(call);
}
