/** The commands and their flags. What they do is in a file each, loaded when it is needed. */
import { Command, Option } from 'commander';
import { addConfigurationFlags, addLockFlags, addLockPlaceFlags } from './configuration-flags';
import { addQueryFlags } from './query-flags';

/**
 * Runs a command and returns its exit code.
 *
 * @param operands - what follows the flags: names, or the command of `simulate`
 */
export type Action = (
  options: Readonly<Record<string, unknown>>,
  operands: readonly string[],
) => Promise<number>;

/** What each command does. */
export interface Actions {
  readonly find: Action;
  readonly explain: Action;
  readonly clouds: Action;
  readonly targets: Action;
  readonly doctor: Action;
  readonly lock: Action;
  readonly outdated: Action;
  readonly verify: Action;
  readonly why: Action;
  readonly cacheStatus: Action;
  readonly cacheClear: Action;
  readonly simulate: Action;
  readonly terraformInstall: Action;
  readonly terraformPack: Action;
}

const output = (choices: readonly string[]): Option =>
  new Option('-o, --output <format>', 'The format of the answer.')
    .choices(choices)
    .default('table');

/**
 * The program.
 *
 * @param done - receives the exit code of the command that ran
 */
export function createProgram(
  version: string,
  actions: Actions,
  done: (exitCode: number) => void,
): Command {
  const program = new Command('cloudimages')
    .description('Which machine image, in each of these clouds and regions, is the one you mean?')
    .version(version)
    .showHelpAfterError('(see cloudimages --help)')
    .exitOverride();
  const run = (action: Action) =>
    async function (this: Command): Promise<void> {
      done(await action(this.opts(), this.args));
    };

  addLockFlags(addConfigurationFlags(addQueryFlags(program.command('find'))))
    .argument('[name]', 'The name of a query in cloudimages.json, in place of flags.')
    .description('Prints the images that a query means. Exits with 3 when there are none.')
    .addOption(output(['table', 'json', 'csv', 'ids']))
    .action(run(actions.find));
  addLockFlags(addConfigurationFlags(addQueryFlags(program.command('explain'))))
    .argument('[name]', 'The name of a query in cloudimages.json, in place of flags.')
    .description('Explains an answer: the filter steps, the chosen image and the near misses.')
    .addOption(output(['table', 'json']))
    .action(run(actions.explain));
  program
    .command('clouds')
    .description('Prints what each cloud supports.')
    .addOption(output(['table', 'json']))
    .action(run(actions.clouds));
  addLockCommands(program, run, actions);
  addConfigurationFlags(program.command('targets'))
    .description('Prints the targets of the clouds: their regions or zones.')
    .option('--cloud <cloud...>', 'Only these clouds. Default: all.')
    .addOption(output(['table', 'json']))
    .action(run(actions.targets));
  addConfigurationFlags(program.command('doctor'))
    .description('Checks credentials, permission, clock and latency of targets.')
    .option('--target <string...>', 'Where to look: one or more cloud/region.')
    .addOption(output(['table', 'json']))
    .action(run(actions.doctor));
  const cache = program.command('cache').description('The cache of listings between runs.');
  addConfigurationFlags(cache.command('status'))
    .description('Prints where listings are cached, how many there are, and for how long.')
    .action(run(actions.cacheStatus));
  addConfigurationFlags(cache.command('clear'))
    .description('Removes all cached listings.')
    .action(run(actions.cacheClear));
  program
    .command('simulate')
    .description(
      'Serves the image APIs on this machine, until Ctrl-C or while a command runs in its environment.',
    )
    .usage('[options] [-- <command> [argument...]]')
    .argument('[command...]', 'A command to run against the simulator. It ends with the command.')
    .option(
      '--port <number>',
      'The first of four ports in a row; 0 for any. Default: 8081, or 0 with a command.',
      Number,
    )
    .option('--images <number>', 'The number of generated images to add to each cloud.', Number, 0)
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
    .option('--directory <folder>', 'The folder to write to.', 'terraform-provider')
    .action(run(actions.terraformPack));
  commandsOf(program).forEach(refuseRepeats);
  return program;
}

/** The commands about cloudimages.lock.json. */
function addLockCommands(
  program: Command,
  run: (action: Action) => (this: Command) => Promise<void>,
  actions: Actions,
): void {
  const add = (name: string, description: string): Command =>
    addLockPlaceFlags(addConfigurationFlags(program.command(name).description(description)))
      .option('--target <string...>', 'Only these targets.')
      .option('--scope <scope>', 'Only this scope of the lock.');

  add(
    'lock',
    'Locks the images of queries in cloudimages.lock.json. Without flags: what is missing.',
  )
    .usage('[options] [name...] | [name=IMAGE_ID --reason <string>] | [-- <command> [argument...]]')
    .argument('[name...]', 'Queries in cloudimages.json, or name=IMAGE_ID to hold an image.')
    .option('--update', 'Take the newest images that the policies allow. Held images stay.')
    .option(
      '--from-state <file>',
      'Take the ids in `terraform show -json` or `pulumi stack export`.',
    )
    .option('--reason <string>', 'Why an image is held.')
    .option('--unhold <name>', 'End the hold of a query.')
    .option('--promote <from>', 'Copy a scope to another one: --promote dev prod [name...].')
    .option('--prune', 'Remove what no query uses. With -- COMMAND: what the command does not use.')
    .option('--merge <base>', 'A git merge driver: --merge %O %A %B.')
    .action(run(actions.lock));
  add('outdated', 'Compares locked images with the newest. Exits with 4 when one is outdated.')
    .argument('[name...]', 'Only these queries.')
    .addOption(output(['table', 'json', 'markdown']))
    .action(run(actions.outdated));
  add('verify', 'Checks every locked id with its cloud. Exits with 5 when one fails.')
    .argument('[name...]', 'Only these queries.')
    .addOption(output(['table', 'json']))
    .action(run(actions.verify));
  add('why', 'Explains how a query came to its locked image, and what it means now.')
    .argument('<name>', 'The query.')
    .addOption(output(['table', 'json']))
    .action(run(actions.why));
}

/** A command with all commands below it. */
export function commandsOf(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(commandsOf)];
}

/** Of a flag given twice commander takes the last value, and the first one would be lost silently. */
function refuseRepeats(command: Command): void {
  for (const option of command.options.filter(({ variadic }) => !variadic)) {
    let times = 0;
    command.on(`option:${option.name()}`, () => {
      times += 1;
      if (times === 2) command.error(`error: option '${option.flags}' is given more than once`);
    });
  }
}
