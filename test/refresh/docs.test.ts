/** docs/pinning.md: its pipelines and its settings for Renovate do what the page says. */
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { parseProject } from '../../provider/project/project-file';

const ROOT = path.resolve(__dirname, '../..');
const page = fs.readFileSync(path.join(ROOT, 'docs/pinning.md'), 'utf8');
const action = parse(fs.readFileSync(path.join(ROOT, 'action.yml'), 'utf8'));

function blocks(language: string, containing: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))]
    .map(([, text]) => text!)
    .filter((text) => text.includes(containing));
}

interface WorkflowStep {
  readonly uses: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface WorkflowJob {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly WorkflowStep[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

const workflows = blocks('yaml', '.github/workflows').map((text): Workflow => parse(text));
const jobs = workflows.flatMap((workflow) =>
  Object.values(workflow.jobs).map((job) => ({
    ...job,
    permissions: job.permissions ?? workflow.permissions,
    cloudimages: job.steps.find(({ uses }) => uses.startsWith('cloudimages/'))!,
  })),
);

describe('the workflows of docs/pinning.md', () => {
  it('has one for updates and one for every push', () => {
    expect(workflows.map(({ on }) => Object.keys(on))).toEqual([
      ['schedule', 'workflow_dispatch'],
      ['push', 'pull_request'],
    ]);
    const used = jobs.map(({ cloudimages }) => cloudimages.with?.['job']);
    expect(used).toEqual(['resolve', 'publish', 'frozen', 'check']);
  });

  it('gives no job write permissions, and the token only to the job without credentials', () => {
    for (const { permissions, env, cloudimages, steps } of jobs) {
      expect(Object.values(permissions).filter((one) => one !== 'read')).toEqual([]);
      const isPublish = cloudimages.with?.['job'] === 'publish';
      expect(cloudimages.with?.['token'] !== undefined).toBe(isPublish);
      if (isPublish) expect(env).toBeUndefined();
      expect(steps.some(({ uses }) => uses.startsWith('actions/checkout'))).toBe(!isPublish);
      const checkouts = steps.filter(({ uses }) => uses.startsWith('actions/checkout'));
      expect(checkouts.every((step) => step.with?.['persist-credentials'] === false)).toBe(true);
    }
  });

  it('uses only inputs that the action has', () => {
    const known = Object.keys(action.inputs);
    const used = jobs.flatMap(({ cloudimages }) => Object.keys(cloudimages.with ?? {}));
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('the settings of Renovate in docs/pinning.md', () => {
  const [text] = blocks('json', 'customManagers');
  const [manager] = JSON.parse(text!).customManagers;

  it.each([
    ['  image_id = "ubuntu_22_04_x64_20G_alibase_20240819.vhd" # cloudimages: web'],
    ['  imageId: "ubuntu_22_04_x64_20G_alibase_20240819.vhd", // cloudimages: web'],
  ])('finds the id and the name of the query in %s', (line) => {
    const found = new RegExp(manager.matchStrings[0]).exec(line);
    expect({ ...found?.groups }).toEqual({
      currentValue: 'ubuntu_22_04_x64_20G_alibase_20240819.vhd',
      depName: 'web',
    });
  });

  it('reads an order out of the ids of Alibaba Cloud, and none out of those of Tencent Cloud', () => {
    const order = new RegExp(manager.versioningTemplate.replace(/^regex:/, ''));
    const { groups } = order.exec('ubuntu_22_04_x64_20G_alibase_20240926.vhd')!;
    expect({ ...groups }).toEqual({ major: '22', minor: '04', patch: '20240926' });
    expect(order.test('img-487zeit5')).toBe(false);
  });
});

it('the cloudimages.json of docs/pinning.md is valid', () => {
  const [text] = blocks('json', '"images": {');
  const project = parseProject(text!, 'cloudimages.json');
  expect([...project.images.keys()]).toEqual(['web']);
  expect(project.lockRequired).toBe(true);
});
