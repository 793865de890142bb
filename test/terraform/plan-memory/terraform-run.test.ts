import { identifyRun } from '../../../provider/terraform/plan-memory/terraform-run';

const isFile = async (file: string): Promise<boolean> => ['plan.out', 'prod.tfvars'].includes(file);

const run = (commandLine: string) =>
  identifyRun({ parent: async () => ({ id: '1', commandLine: commandLine.split(' ') }), isFile });

describe('a run of Terraform', () => {
  test.each([
    ['terraform apply'],
    ['terraform apply -auto-approve -var-file prod.tfvars'],
    ['terraform apply --var-file prod.tfvars'],
    ['terraform apply nothing.out'],
    ['tofu apply -exclude prod.tfvars'],
    ['terraform'],
  ])('%s: has no plan file', async (commandLine) => {
    expect(await run(commandLine)).toEqual({ id: '1' });
  });

  test.each([
    ['terraform plan'],
    ['terraform plan plan.out'],
    ['terraform -chdir=x plan -no-color --out plan.out -input=false'],
    ['tofu plan -out=plan.out'],
  ])('%s: only plans', async (commandLine) => {
    expect(await run(commandLine)).toEqual({ id: '1', isPlan: true });
  });

  test.each([
    ['terraform apply plan.out'],
    ['/opt/tofu -chdir=stack apply -input=false -lock-timeout 5m plan.out'],
  ])('%s: applies a saved plan', async (commandLine) => {
    expect(await run(commandLine)).toEqual({ id: '1', savedPlan: 'plan.out' });
  });

  test('is unknown where the system does not report its processes', async () => {
    const parent = async (): Promise<never> => {
      throw new Error('no such file');
    };
    expect(await identifyRun({ parent, isFile })).toBeUndefined();
  });
});
