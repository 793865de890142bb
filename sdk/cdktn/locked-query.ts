/** Answers queries in synthesis from cloudimages.lock.json: without the provider and the network. */
import fs from 'node:fs';
import {
  canonicalQuery,
  findProjectFiles,
  lookUpLocked,
  PUBLIC_SCOPE,
  readLock,
  readRegularFile,
  type LockedTarget,
  type PlainQuery,
  type Policies,
} from '@cloudimages/lock';

/** The id that stands for one that is not locked yet, while `cloudimages lock -- COMMAND` collects. */
export const PLACEHOLDER_ID = 'cloudimages-not-locked-yet';

/** The scope of queries that depend on the account, where no label is set. */
const UNNAMED_SCOPE = 'unnamed';

/** A query whose locked image is asked for. */
export interface SynthesisQuery {
  /** The name of a query in cloudimages.json. */
  readonly name: string | undefined;
  /** The conditions, without `targets`. */
  readonly query: PlainQuery;
  /** `cloud/region`. */
  readonly target: string;
  /** The label of the lock scope. Default: `CLOUDIMAGES_LOCK_SCOPE`. */
  readonly lockScope: string | undefined;
}

/** What cloudimages.json says about queries. The provider and the command line check the file. */
export interface Project {
  readonly file: string | undefined;
  readonly targets: readonly string[];
  readonly images: Readonly<Record<string, PlainQuery>>;
  readonly policies: Policies;
}

/** Reads cloudimages.json; without one everything is empty. */
export function readProject(): Project {
  const { projectFile: file } = files();
  const text = file === undefined ? undefined : readRegularFile(file);
  if (text === undefined) return { file, targets: [], images: {}, policies: {} };
  const { targets = [], images = {}, policies = {} } = parse(text, file) as Partial<Project>;
  return { file, targets, images, policies };
}

/** Where the lock file is: `CLOUDIMAGES_LOCK_FILE`, else the project's. */
export function lockFile(): string {
  return variable('CLOUDIMAGES_LOCK_FILE') ?? files().lockFile;
}

/**
 * What the lock has for a query; undefined while `cloudimages lock -- COMMAND` collects queries and
 * this one is not locked.
 *
 * @param where - the construct, for errors
 * @throws Error when it is not locked, naming the command that locks it; LockError for an invalid file
 */
export function lockedTarget(where: string, question: SynthesisQuery): LockedTarget | undefined {
  const collect = variable('CLOUDIMAGES_LOCK_COLLECT');
  if (collect !== undefined) collectQuery(collect, question);

  const file = lockFile();
  const lock = readLock(file);
  const label = question.lockScope ?? variable('CLOUDIMAGES_LOCK_SCOPE');
  // A query for public images alone is in the public scope, any other in the labeled one.
  const scopes = label === undefined ? [PUBLIC_SCOPE, UNNAMED_SCOPE] : [label, PUBLIC_SCOPE];
  const answers = scopes.map((scope) =>
    lock === undefined ? undefined : lookUpLocked(lock, { ...question, scope }),
  );
  const entry = answers.flatMap((answer) => (answer?.state === 'locked' ? [answer.entry] : []))[0];
  if (entry === undefined) {
    if (collect !== undefined) return undefined;
    throw new Error(unlockedText(where, question, file, answers[0]?.state));
  }
  if (entry.simulated === true && !isSimulated(question.target)) {
    throw new Error(
      `${where}: ${nameOf(question)} is locked to an image of the simulator in ${question.target} (${file}). ` +
        'Run `cloudimages lock --update` against the real clouds.',
    );
  }
  return entry;
}

/** One line of JSON per query; `cloudimages lock -- COMMAND` reads them after the command. */
function collectQuery(file: string, { name, query, target, lockScope }: SynthesisQuery): void {
  const line = {
    ...(name === undefined ? {} : { name }),
    query: canonicalQuery(query),
    targets: [target],
    ...(lockScope === undefined ? {} : { lockScope }),
  };
  fs.appendFileSync(file, `${JSON.stringify(line)}\n`);
}

function unlockedText(
  where: string,
  question: SynthesisQuery,
  file: string,
  state: string | undefined,
): string {
  const what = `${where}: ${nameOf(question)}`;
  const problem =
    state === undefined
      ? `${what} is not locked, since there is no lock file at ${file}.`
      : state === 'changed'
        ? `${what} changed since it was locked (${file}).`
        : `${what} is not locked in ${question.target} (${file}).`;
  return `${problem} Run \`cloudimages lock -- COMMAND\` with the command that synthesizes, where the clouds can be reached, and commit the file.`;
}

function nameOf({ name, query }: SynthesisQuery): string {
  return name === undefined
    ? `the query ${JSON.stringify(canonicalQuery(query))}`
    : `the query "${name}"`;
}

/** Whether requests to the target's cloud go to an overridden endpoint, as with the simulator. */
function isSimulated(target: string): boolean {
  const [cloud = ''] = target.split('/');
  return variable(`CLOUDIMAGES_ENDPOINT_${cloud.toUpperCase()}`) !== undefined;
}

function files() {
  return findProjectFiles(process.cwd(), variable('CLOUDIMAGES_FILE'));
}

function parse(text: string, file: string | undefined): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} is not valid JSON: ${reason}`);
  }
}

/** A variable of the environment. An empty one is absent. */
function variable(name: string): string | undefined {
  return process.env[name] || undefined;
}
