/**
 * Image names as clouds and people write them, and what they tell. They are taken from the clouds'
 * documentation, from public deployment code and from the vendors' own files; the last group is
 * made up.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name, distribution, OS version, architecture, OS type, build date, variant; `-` is absent. */
export type OsNameRow = readonly [
  name: string,
  distro: string,
  osVersion: string,
  architecture: string,
  osType: string,
  buildDate: string,
  variant: string,
];

const file = join(__dirname, '../fixtures/os-names.json');

/** The rows by where such names are found. */
export const OS_NAMES_BY_SOURCE = JSON.parse(readFileSync(file, 'utf8')) as Readonly<
  Record<string, readonly OsNameRow[]>
>;

export const OS_NAMES: readonly OsNameRow[] = Object.values(OS_NAMES_BY_SOURCE).flat();
