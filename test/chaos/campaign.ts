/** Many look-ups in a row, and the count of what came of them. */
import { createEngine } from '../../provider/compose';
import { drawScenario, type Scenario, type ScenarioOptions } from './scenario';
import { lookUpOverStub, type Trace } from './look-up';
import { FAILURES, judgeLookUp, VERDICTS, type Finding, type Verdict } from './verdict';
import { installVirtualTime } from './virtual-time';

export type Counts = Record<Verdict, number>;

export interface Report {
  lookUps: number;
  requests: number;
  /** Look-ups that met no fault. */
  withoutFault: Counts;
  withFault: Counts;
  /** By the name of each fault that struck; a look-up with several counts under each. */
  byFault: Record<string, Counts>;
  /** The first failures, for people. */
  failures: string[];
  failed: number;
}

const MOST_FAILURES = 30;

export function emptyReport(): Report {
  const [lookUps, requests, failed] = [0, 0, 0];
  const [withoutFault, withFault] = [emptyCounts(), emptyCounts()];
  return { lookUps, requests, withoutFault, withFault, byFault: {}, failures: [], failed };
}

function emptyCounts(): Counts {
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Counts;
}

/** Counts one look-up. */
export function count(report: Report, scenario: Scenario, trace: Trace, finding: Finding): void {
  const { script, moved } = scenario;
  const names = [
    ...[...trace.running.struck].map(({ name }) => name),
    ...(moved === undefined || script.move === undefined ? [] : [script.move.name]),
    ...(script.givesUpAfterMs === undefined ? [] : ['the caller gives up']),
  ];
  report.lookUps += 1;
  report.requests += trace.requests;
  (names.length === 0 ? report.withoutFault : report.withFault)[finding.verdict] += 1;
  for (const name of names) {
    const counts = (report.byFault[name] ??= emptyCounts());
    counts[finding.verdict] += 1;
  }
  if (!FAILURES.includes(finding.verdict)) return;
  report.failed += 1;
  if (report.failures.length < MOST_FAILURES) {
    report.failures.push(describe(scenario, names, finding));
  }
}

function describe(scenario: Scenario, names: readonly string[], finding: Finding): string {
  const { seed, index, question, overSockets } = scenario;
  return [
    `${finding.verdict}: --seed ${seed} --only ${index}${overSockets ? ' --real' : ''}`,
    `  asked ${JSON.stringify(question.kind === 'query' ? question.query : question)}`,
    `  faults ${names.length === 0 ? 'none' : names.join(' + ')}`,
    `  ${finding.detail}`,
  ].join('\n');
}

/** Adds one report to another. */
export function merge(into: Report, from: Report): void {
  into.lookUps += from.lookUps;
  into.requests += from.requests;
  into.failed += from.failed;
  into.failures.push(...from.failures.slice(0, MOST_FAILURES - into.failures.length));
  const add = (to: Counts, counts: Counts): void => {
    for (const verdict of VERDICTS) to[verdict] += counts[verdict];
  };
  add(into.withoutFault, from.withoutFault);
  add(into.withFault, from.withFault);
  for (const [name, counts] of Object.entries(from.byFault)) {
    add((into.byFault[name] ??= emptyCounts()), counts);
  }
}

export interface CampaignOptions extends Omit<ScenarioOptions, 'overSockets'> {
  /** The first look-up's number, and the number behind the last. */
  readonly from: number;
  readonly to: number;
}

/** Over the stub and virtual time: one look-up after the other. */
export async function runOverStub({ from, to, ...options }: CampaignOptions): Promise<Report> {
  const report = emptyReport();
  await loadLateParts();
  const unhandled: unknown[] = [];
  const keep = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', keep);
  const time = installVirtualTime();
  try {
    for (let index = from; index < to; index += 1) {
      const scenario = drawScenario(index, { ...options, overSockets: false });
      const trace = await lookUpOverStub(scenario, time);
      const finding = judgeLookUp(scenario, trace);
      const [loose] = unhandled.splice(0);
      count(report, scenario, trace, finding);
      if (loose !== undefined) {
        const detail = `unhandled rejection: ${loose instanceof Error ? loose.message : typeof loose}`;
        count(report, scenario, trace, { verdict: 'crash', detail });
      }
      if (Object.hasOwn(Object.prototype, 'polluted')) throw new Error('Object.prototype polluted');
    }
  } finally {
    time.restore();
    process.off('unhandledRejection', keep);
  }
  return report;
}

/** Modules that the first look-up would load, in real time, while virtual time jumps. */
async function loadLateParts(): Promise<void> {
  const engine = createEngine({ timeoutSeconds: 5 }, { environment: {}, http: unreachable });
  const query = { targets: ['alicloud/cn-hangzhou'], nameRegex: 'a' };
  await engine.getImages(query).catch(() => undefined);
  await engine.close();
}

const unreachable = {
  send: async (): Promise<never> => {
    throw new Error('not here');
  },
  warmUp: () => undefined,
  close: async () => undefined,
};
