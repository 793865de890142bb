/** What came of a look-up, held against every outcome that is right. */
import type { ImageError } from '../../provider/errors/image-error';
import type { Image } from '../../provider/image/answer.generated';
import { SECRET_MARKS } from '../../simulator/index';
import { CALLER_GIVES_UP } from './faults/index';
import { judge, judgeId, type Outcome } from './judge';
import { NOW_MS, TIMEOUT_S, type Trace } from './look-up';
import { truthsAt, type Scenario } from './scenario';

/** What the engine said. */
export type Answered =
  | {
      readonly kind: 'images';
      readonly images: readonly Image[];
      readonly ids?: readonly string[];
      readonly idByTarget?: Readonly<Record<string, string>>;
      readonly byId: boolean;
    }
  | { readonly kind: 'error'; readonly error: ImageError }
  | { readonly kind: 'crash'; readonly error: unknown }
  | { readonly kind: 'hang' };

export const VERDICTS = [
  /** The right answer, or the right "no match" and the like. */
  'right',
  /** An ImageError of a code that fits what went wrong. */
  'error',
  /** A wrong answer that nobody could know to be wrong. */
  'lie trusted',
  'wrong',
  /** Some of the right images, and no others. */
  'partial',
  /** An ImageError whose code fits nothing that happened. */
  'wrong code',
  'hang',
  'crash',
  'leak',
  /** A secret, or a text without bound, in an error. */
  'unclean',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The verdicts of which there may be none. */
export const FAILURES: readonly Verdict[] = [
  ...(['wrong', 'partial', 'wrong code', 'hang', 'crash', 'leak', 'unclean'] as const),
];

export interface Finding {
  readonly verdict: Verdict;
  /** What was expected and what came, for people. */
  readonly detail: string;
}

/** How far beyond its deadline a look-up may settle. Milliseconds. */
const GRACE_MS = 1000;

/** The longest message of an error that a person can still read. */
const LONGEST_MESSAGE = 30_000;

export function judgeLookUp(scenario: Scenario, trace: Trace, timeoutS = TIMEOUT_S): Finding {
  const { answered, tookMs, leaks } = trace;
  if (answered.kind === 'hang') return { verdict: 'hang', detail: 'never settled' };
  if (tookMs > timeoutS * 1000 + GRACE_MS) {
    return { verdict: 'hang', detail: `settled after ${Math.round(tookMs)} ms` };
  }
  if (answered.kind === 'crash') return { verdict: 'crash', detail: textOf(answered.error) };
  if (leaks.length > 0) return { verdict: 'leak', detail: leaks.join(', ') };
  const unclean = answered.kind === 'error' ? uncleanIn(answered.error) : undefined;
  if (unclean !== undefined) return { verdict: 'unclean', detail: unclean };
  const fitting = outcomesOf(scenario);
  const got = outcomeOf(answered);
  const problem =
    answered.kind === 'images' && !answered.byId ? inconsistency(scenario, answered) : undefined;
  if (problem === undefined && fitting.some((one) => print(one) === print(got))) {
    return { verdict: 'right', detail: '' };
  }
  const detail = `expected ${fitting.map(print).join(' or ')}; got ${problem ?? print(got)}${
    answered.kind === 'error' ? `: ${answered.error.message.slice(0, 300)}` : ''
  }`;
  return { verdict: classify(scenario, trace, got, fitting), detail };
}

function classify(
  scenario: Scenario,
  { running }: Trace,
  got: Outcome,
  fitting: readonly Outcome[],
): Verdict {
  const struck = [...running.struck];
  if (got.kind === 'error') {
    const codes = struck.flatMap((fault) => fault.codes as readonly string[]);
    if (codes.includes(got.code)) return 'error';
    if (got.code === 'cancelled' && scenario.script.names.includes(CALLER_GIVES_UP)) return 'error';
    // A list that moves while it is read, twice in a row, is told to be one.
    if (got.code === 'bad-response' && scenario.moved !== undefined) return 'error';
  }
  const touched = new Set(struck.flatMap(({ touches }) => touches ?? []));
  const agree = touched.size > 1;
  const moves = scenario.moved !== undefined && touched.size > 0;
  if (struck.some(({ lie }) => lie === true) || agree || moves) return 'lie trusted';
  if (got.kind === 'error' && !['no-match', 'ambiguous-match'].includes(got.code)) {
    return 'wrong code';
  }
  const [expected] = fitting;
  const isPart =
    got.kind === 'images' &&
    expected?.kind === 'images' &&
    got.ids.length < expected.ids.length &&
    got.ids.every((id) => expected.ids.includes(id));
  return isPart ? 'partial' : 'wrong';
}

/** Each alternative may have seen the catalog before it moved, or after. */
function outcomesOf(scenario: Scenario): readonly Outcome[] {
  const { question } = scenario;
  const states = scenario.moved === undefined ? [false] : [false, true];
  if (question.kind === 'id') {
    return states.map((after) => judgeId(question.id, truthsAt(scenario, question.target, after)));
  }
  return states.flatMap((first) =>
    states.flatMap((second) =>
      judge(
        question.query,
        (target, alternative) => truthsAt(scenario, target, alternative === 0 ? first : second),
        NOW_MS,
      ),
    ),
  );
}

function outcomeOf(answered: Extract<Answered, { kind: 'images' | 'error' }>): Outcome {
  if (answered.kind === 'error') return { kind: 'error', code: answered.error.code };
  const { images, byId } = answered;
  return {
    kind: 'images',
    ids: images.map(({ target, id }) => (byId ? id : `${target} ${id}`)),
  };
}

/** Fields that differ from the truth, or parts of the answer that differ from each other. */
function inconsistency(
  scenario: Scenario,
  { images, ids, idByTarget }: Extract<Answered, { kind: 'images' }>,
): string | undefined {
  if (JSON.stringify(images.map(({ id }) => id)) !== JSON.stringify(ids)) return 'ids differ';
  for (const image of images) {
    const first = images.find(({ target }) => target === image.target);
    if (idByTarget?.[image.target] !== first?.id) return `idByTarget of ${image.target} differs`;
    const truth = [true, false]
      .flatMap((after) => truthsAt(scenario, image.target, after))
      .find(({ id }) => id === image.id);
    if (truth === undefined) return undefined;
    for (const field of FIELDS) {
      if (image[field] !== truth[field]) {
        return `${image.id}: ${field} is ${String(image[field])}, in truth ${String(truth[field])}`;
      }
    }
  }
  return undefined;
}

const FIELDS = [
  ...(['name', 'osType', 'distro', 'osVersion', 'architecture', 'owner', 'status'] as const),
  ...(['createdAt', 'buildDate', 'family', 'variant', 'cloudInit'] as const),
];

function uncleanIn(error: ImageError): string | undefined {
  const shown = `${error.message}\n${String(error.stack)}\n${JSON.stringify(error.facts)}`;
  if (SECRET_MARKS.some((mark) => shown.includes(mark))) return 'a secret in the error';
  const { length } = error.message;
  return length > LONGEST_MESSAGE ? `a message of ${length} characters` : undefined;
}

function print(outcome: Outcome): string {
  return outcome.kind === 'error' ? `[${outcome.code}]` : `images(${outcome.ids.join(', ')})`;
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error);
}
