/** `cloudimages lock`: which of its jobs is meant. Each is in a file of its own. */
import { EXIT } from '../exit-codes';
import type { LockCommand } from './context';

/** The jobs that a flag asks for; without one, what is missing is locked. */
const JOBS = {
  merge: async (call: LockCommand) => (await import('./merge.js')).merge(call),
  promote: async (call: LockCommand) => (await import('./rearrange.js')).promoteScope(call),
  prune: async (call: LockCommand) => (await import('./rearrange.js')).pruneLock(call),
  unhold: async (call: LockCommand) => (await import('./hold.js')).unhold(call),
  update: async (call: LockCommand) => (await import('./update.js')).update(call),
  fromState: async (call: LockCommand) => (await import('./from-state.js')).fromState(call),
} as const;

/** Runs the one job that the flags and operands mean. */
export async function lock(call: LockCommand): Promise<number> {
  const { options, operands, command, terminal } = call;
  const asked = (Object.keys(JOBS) as (keyof typeof JOBS)[]).filter(
    (job) => options[job] !== undefined,
  );
  const [job] = asked;
  const isHold = operands.some((operand) => !operand.startsWith('{') && operand.includes('='));
  const jobs = asked.length + (isHold ? 1 : 0) + (command.length > 0 && job !== 'prune' ? 1 : 0);
  if (jobs > 1) {
    terminal.err(
      'Ask for one thing: names, name=IMAGE_ID, --update, --from-state, --promote, --prune, --unhold, --merge or -- COMMAND.\n',
    );
    return EXIT.usage;
  }
  if (job !== undefined) return JOBS[job](call);
  if (isHold) return (await import('./hold.js')).hold(call);
  if (command.length > 0) return (await import('./collect.js')).lockCommand(call);
  return (await import('./add.js')).add(call);
}
