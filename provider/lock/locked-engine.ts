/** An engine that answers locked queries from cloudimages.lock.json, without a request. */
import type { Lock, LockedTarget, PlainQuery, Policies } from '@cloudimages/lock';
import type { ImagesAnswer, ImageWarning } from '../image/answer.generated';
import type { CallOptions, Engine } from '../look-up/engine';
import { withEntries } from './change';
import { collectQuery } from './collect';
import { decideLock, type LockDecision, type LockQuestion } from './decide';
import { entriesOf } from './entry';
import { completeGroup } from './group';
import { joinAnswers, lockedAnswer } from './locked-answer';
import { refusalError } from './refusal';
import { assertAllowed, policyWarnings, withoutDenied } from './plan-policies';
import type { LockSettings } from './settings';

/** A query as the lock sees it: validated, with its targets, named queries replaced. */
export interface PreparedQuery {
  /** The name of a named query. */
  readonly name: string | undefined;
  /** The conditions, without `targets`. */
  readonly query: PlainQuery;
  readonly targets: readonly string[];
  /** The lock scope. */
  readonly scope: string;
}

/** What a locked engine needs. */
export interface LockedEngineParts {
  readonly inner: Engine;
  /** @throws ImageError `invalid-query` */
  readonly prepare: (query: unknown) => Promise<PreparedQuery>;
  readonly settings: () => Promise<LockSettings>;
  /** Whether an endpoint of one of these targets is overridden. */
  readonly isSimulated: (targets: readonly string[]) => boolean;
  /** The release of cloudimages, for the entries. */
  readonly release: string;
  readonly readLock: (file: string) => Promise<Lock | undefined>;
  readonly changeLock: (file: string, change: (lock: Lock) => Lock) => Promise<void>;
  readonly now: () => Date;
  /** The policies for a query. */
  readonly policies: (name: string | undefined) => Promise<Policies>;
}

/** Wraps an engine. Other calls than `getImages` pass through. */
export function lockedImages(
  parts: LockedEngineParts,
): (query: unknown, options: CallOptions) => Promise<ImagesAnswer> {
  const { inner } = parts;
  return async (input, options) => {
    const settings = await parts.settings();
    const { mode } = settings;
    const question = await parts.prepare(input);
    const { query, targets } = question;
    if (settings.collect !== undefined) {
      await collectQuery(settings.collect, { ...question, lockScope: settings.scope });
    }
    // While queries are collected, whatever is not locked yet is resolved and nothing is written.
    const ruling = settings.collect === undefined ? mode : 'use';
    if (ruling === 'off') return inner.getImages({ ...query, targets }, options);

    const lock = await parts.readLock(settings.file);
    const simulated = parts.isSimulated(targets);
    const required = settings.required && settings.collect === undefined;
    const decided = decideLock(question, { mode: ruling, required, lock, simulated });
    // What is collected is about to be locked.
    const decision = settings.collect === undefined ? decided : { ...decided, warnings: [] };
    if (decision.refusal !== undefined) {
      throw refusalError(decision.refusal, question, settings);
    }
    const policies = await parts.policies(question.name);
    const known = lockedAnswer(question, decision.locked);
    const finish = (answer: ImagesAnswer, unwritten: readonly ImageWarning[]): ImagesAnswer => {
      const violations = policyWarnings(answer.images, policies, parts.now().getTime());
      return withWarnings(answer, [
        ...decisionWarnings(decision, question),
        ...violations,
        ...unwritten,
      ]);
    };
    assertAllowed(known.images, policies, settings);
    if (decision.missing.length === 0) return finish(known, []);

    const resolved = await resolve(parts, question, decision, { ...options, policies });
    assertAllowed(resolved.images, policies, settings);
    const unwritten = await remember(parts, settings, question, decision, resolved);
    return finish(joinAnswers(question.targets, known, resolved), unwritten);
  };
}

/** Resolves the targets that are not locked, in the company of those that are. */
async function resolve(
  { inner }: LockedEngineParts,
  question: PreparedQuery,
  { locked, missing }: LockDecision,
  { policies, ...options }: CallOptions & { readonly policies: Policies },
): Promise<ImagesAnswer> {
  const query = withoutDenied(question.query, policies);
  const isGroup = query['sameBuild'] === true || query['anyOf'] !== undefined;
  if (isGroup && locked.size > 0) return completeGroup(inner, query, locked, missing, options);
  return inner.getImages({ ...query, targets: missing }, options);
}

/** Adds what was resolved to the file, in mode `add`. */
async function remember(
  parts: LockedEngineParts,
  settings: LockSettings,
  question: PreparedQuery,
  { write }: LockDecision,
  answer: ImagesAnswer,
): Promise<readonly ImageWarning[]> {
  if (!write) return [];
  const simulated = parts.isSimulated(question.targets);
  const facts = { lockedAt: parts.now().toISOString(), release: parts.release, simulated };
  return addEntries(parts, settings, question, entriesOf(answer, facts));
}

/**
 * Adds entries to the file. A file that cannot be written is a warning. Simulated entries are
 * written only to a file that the user named.
 */
export async function addEntries(
  parts: Pick<LockedEngineParts, 'isSimulated' | 'changeLock'>,
  { file, fileGiven }: LockSettings,
  question: PreparedQuery,
  entries: ReadonlyMap<string, LockedTarget>,
): Promise<readonly ImageWarning[]> {
  if (parts.isSimulated(question.targets) && !fileGiven) return [];
  try {
    await parts.changeLock(file, (lock) => withEntries(lock, question, entries));
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The answer was not added to ${file}: ${reason}. Make the file writable, or set the lock mode to "use".`;
    return [{ code: 'lock-not-written', message }];
  }
}

/** The warnings of a decision, for people. */
export function decisionWarnings(
  { warnings, missing }: LockDecision,
  { name, query }: LockQuestion,
): readonly ImageWarning[] {
  const what = name === undefined ? JSON.stringify(query) : `"${name}"`;
  return warnings.map((code) => ({
    code,
    message:
      code === 'not-locked'
        ? `The query ${what} is not locked in ${missing.join(', ')}, so its answer can change. Run \`cloudimages lock\`.`
        : `The query ${what} admits images that depend on the account, and no lock scope is set. Set lockScope, \`--lock-scope\` or CLOUDIMAGES_LOCK_SCOPE to a label such as "prod".`,
  }));
}

function withWarnings(answer: ImagesAnswer, warnings: readonly ImageWarning[]): ImagesAnswer {
  return warnings.length === 0
    ? answer
    : { ...answer, warnings: [...answer.warnings, ...warnings] };
}
