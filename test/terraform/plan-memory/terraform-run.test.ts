import { identifyRun } from '../../../provider/terraform/plan-memory/terraform-run';

const isFile = async (file: string): Promise<boolean> => ['plan.out', 'prod.tfvars'].includes(file);

const run = (commandLine: string) =>
  identifyRun({ parent: async () => ({ id: '1', commandLine: commandLine.split(' ') }), isFile });

describe('a run of Terraform', () => {
  test.each([
    ['terraform plan', false],
    ['terraform plan -out=plan.out', false],
    ['terraform plan plan.out', false],
    ['terraform apply', false],
    ['terraform apply -auto-approve -var-file prod.tfvars', false],
    ['terraform apply --var-file prod.tfvars', false],
    ['terraform apply nothing.out', false],
    ['terraform apply plan.out', true],
    ['/opt/tofu -chdir=stack apply -input=false -lock-timeout 5m plan.out', true],
    ['terraform', false],
  ])('%s: applies a saved plan: %s', async (commandLine, appliesSavedPlan) => {
    expect(await run(commandLine)).toEqual({ id: '1', appliesSavedPlan });
  });

  test('is unknown where the system does not tell', async () => {
    const parent = async (): Promise<never> => {
      throw new Error('no such file');
    };
    expect(await identifyRun({ parent, isFile })).toBeUndefined();
  });
});
