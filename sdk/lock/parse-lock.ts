/** Reads the text of a lock file. Every problem is reported with its line and path. */
import { findLine, lineAt } from './find-line';
import { LOCK_VERSION, type Lock } from './model';

/** One problem in the file. */
export interface LockIssue {
  /** Counted from 1. */
  readonly line: number;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A lock file that cannot be used. */
export class LockError extends Error {
  override readonly name = 'LockError';
  readonly file: string;
  readonly issues: readonly LockIssue[];

  constructor(file: string, issues: readonly LockIssue[]) {
    super(
      issues
        .map(({ line, path, message }) => `${file}:${line}: ${printPath(path)}${message}`)
        .join('\n'),
    );
    this.file = file;
    this.issues = issues;
  }
}

/**
 * Parses a lock file.
 *
 * @param file - the file's name, for messages
 * @throws LockError with every problem
 */
export function parseLock(text: string, file: string): Lock {
  const value = parseJson(text.replace(/^\uFEFF/, ''), file);
  const issues: Omit<LockIssue, 'line'>[] = [];
  checkLock(value, (path, message) => issues.push({ path, message }));
  if (issues.length === 0) return value as Lock;
  throw new LockError(
    file,
    issues.map((issue) => ({ ...issue, line: findLine(text, issue.path) })),
  );
}

function parseJson(text: string, file: string): unknown {
  const conflict = /^(?:<{7}|={7}|>{7})(?: |$)/m.exec(text);
  if (conflict !== null) {
    const message =
      'The file has merge conflict markers. Run `cloudimages lock --merge` as a git merge driver, or take one side and run `cloudimages lock`.';
    throw new LockError(file, [{ line: lineAt(text, conflict.index), path: [], message }]);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/.exec(reason)?.[1] ?? text.length);
    const message = `The file is not valid JSON: ${reason.slice(0, 200)}`;
    throw new LockError(file, [{ line: lineAt(text, offset), path: [], message }]);
  }
}

type Path = readonly (string | number)[];
type Report = (path: Path, message: string) => void;
type Check = (value: unknown, path: Path, report: Report) => void;

interface Members {
  readonly required: Readonly<Record<string, Check>>;
  readonly optional?: Readonly<Record<string, Check>>;
  /** Whether other members are allowed. */
  readonly open?: boolean;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const string: Check = (value, path, report) => {
  if (typeof value !== 'string' || value === '')
    report(path, 'must be a string that is not empty.');
};

const wholeNumber: Check = (value, path, report) => {
  if (!Number.isInteger(value) || Number(value) < 0) report(path, 'must be a whole number.');
};

const instant: Check = (value, path, report) => {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d\d-\d\dT.*Z$/.test(value) ||
    Number.isNaN(Date.parse(value))
  )
    report(path, 'must be an RFC 3339 instant in UTC, such as 2026-01-31T12:00:00Z.');
};

const target: Check = (_value, path, report) => {
  const key = String(path.at(-1));
  if (!/^[a-z]+\/[A-Za-z0-9._-]+$/.test(key))
    report(path, `"${key}" must have the form cloud/region.`);
};

const object =
  ({ required, optional = {}, open = false }: Members): Check =>
  (value, path, report) => {
    if (!isObject(value)) {
      report(path, 'must be an object.');
      return;
    }
    for (const [key, check] of Object.entries(required)) {
      if (!Object.hasOwn(value, key)) report(path, `"${key}" is missing.`);
      else check(value[key], [...path, key], report);
    }
    for (const [key, member] of Object.entries(value)) {
      if (Object.hasOwn(required, key)) continue;
      if (Object.hasOwn(optional, key)) optional[key]?.(member, [...path, key], report);
      else if (!open) report([...path, key], 'is not a known field.');
    }
  };

const mapOf =
  (...checks: readonly Check[]): Check =>
  (value, path, report) => {
    if (!isObject(value)) {
      report(path, 'must be an object.');
      return;
    }
    for (const [key, member] of Object.entries(value)) {
      for (const check of checks) check(member, [...path, key], report);
    }
  };

const images: Check = (value, path, report) => {
  if (!Array.isArray(value) || value.length === 0) {
    report(path, 'must be a list with at least one image.');
    return;
  }
  value.forEach((member, index) => image(member, [...path, index], report));
};

const digest: Check = (value, path, report) => {
  if (typeof value !== 'string' || !/^\d+:[0-9a-f]{32}$/.test(value))
    report(path, 'must be a digest. Run `cloudimages lock --update` instead of editing images.');
};

const image = object({ required: { id: string, name: anyString, digest }, open: true });

function anyString(value: unknown, path: Path, report: Report): void {
  if (typeof value !== 'string') report(path, 'must be a string.');
}

const lockedTarget = object({
  required: { images, lockedAt: instant, release: string },
  optional: {
    basis: string,
    anyOfIndex: wholeNumber,
    hold: string,
    simulated: (value, path, report) => {
      if (value !== true) report(path, 'must be true or absent.');
    },
  },
});

const lockedQuery = object({
  required: {
    canonicalVersion: wholeNumber,
    query: mapOf(),
    scopes: mapOf(mapOf(target, lockedTarget)),
  },
});

function checkLock(value: unknown, report: Report): void {
  if (isObject(value) && Number(value['lockVersion']) > LOCK_VERSION) {
    report(
      ['lockVersion'],
      `The file has format version ${String(value['lockVersion'])}; this release reads version ${LOCK_VERSION}. Update cloudimages.`,
    );
    return;
  }
  object({
    required: {
      lockVersion: (version, path, say) => {
        if (version !== LOCK_VERSION) say(path, `must be ${LOCK_VERSION}.`);
      },
      queries: mapOf(lockedQuery),
    },
  })(value, [], report);
}

/** `queries.web.scopes["public"]: `, and nothing for the whole file. */
function printPath(path: Path): string {
  if (path.length === 0) return '';
  const steps = path.map((step) =>
    typeof step === 'string' && /^\w+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`,
  );
  return `${steps.join('').replace(/^\./, '')}: `;
}
