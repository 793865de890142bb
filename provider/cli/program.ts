/** The commands and their flags. What they do is in a file each, loaded when it is asked for. */
import { Command, Option } from 'commander';
import { addQueryFlags } from './query-flags';

/** Does a command and gives its exit code. */
export type Action = (options: Readonly<Record<string, unknown>>) => Promise<number>;

/** What each command does. */
export interface Actions {
  readonly find: Action;
  readonly explain: Action;
  readonly clouds: Action;
  readonly doctor: Action;
  readonly simulate: Action;
  readonly terraformInstall: Action;
  readonly terraformPack: Action;
}

const output = (choices: readonly string[]): Option =>
  new Option('-o, --output <format>', 'How the answer is printed.')
    .choices(choices)
    .default('table');

/**
 * The program.
 *
 * @param done - told the exit code of the command that ran
 */
export function createProgram(
  version: string,
  actions: Actions,
  done: (exitCode: number) => void,
): Command {
  const program = new Command('cloudimages')
    .description('Which machine image, in each of these clouds and regions, is the one you mean?')
    .version(version)
    .showHelpAfterError('(cloudimages --help tells more)')
    .exitOverride();
  const run =
    (action: Action) =>
    async (options: Readonly<Record<string, unknown>>): Promise<void> =>
      done(await action(options));

  addQueryFlags(program.command('find'))
    .description('Prints the images that a query means. Ends with 3 when there are none.')
    .addOption(output(['table', 'json', 'ids']))
    .action(run(actions.find));
  addQueryFlags(program.command('explain'))
    .description('Tells how a query comes to its answer: the funnel, the winner, who was near.')
    .addOption(output(['table', 'json']))
    .action(run(actions.explain));
  program
    .command('clouds')
    .description('What each cloud can be asked.')
    .addOption(output(['table', 'json']))
    .action(run(actions.clouds));
  program
    .command('doctor')
    .description('Checks credentials, permission, clock and latency of targets.')
    .option('--target <text...>', 'Where to look: one or more cloud/region.')
    .addOption(output(['table', 'json']))
    .action(run(actions.doctor));
  program
    .command('simulate')
    .description('Serves the image APIs on this machine, with a catalog of their own.')
    .option('--port <number>', 'The first of four ports in a row; 0 for any.', Number, 8081)
    .option('--images <number>', 'How many generated images each cloud has besides.', Number, 0)
    .action(run(actions.simulate));
  const terraform = program.command('terraform').description('The Terraform provider.');
  terraform
    .command('install')
    .description('Installs the provider into the local plugin mirror of Terraform and OpenTofu.')
    .option('--stack <folder>', 'For one stack only: its terraform.d/plugins.')
    .option('--platform <name...>', 'Platforms such as linux_amd64, or all. Default: this machine.')
    .action(run(actions.terraformInstall));
  terraform
    .command('pack')
    .description('Makes the archives for every platform, and their checksums.')
    .option('--directory <folder>', 'Where to.', 'terraform-provider')
    .action(run(actions.terraformPack));
  return program;
}
