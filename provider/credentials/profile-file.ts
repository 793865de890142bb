/** Reads the files in which command line tools keep their profiles. */

import { join } from 'node:path';

import { ImageError } from '../errors/image-error';
import type { CredentialContext } from './chain';
import { given } from './given';
import { NOT_A_FILE, TOO_LARGE } from './read-file';

/** A JSON object as it was read; its fields are not checked yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** A path with `~` for the home directory, as variables and documentation write it. */
export function expandHome(path: string, context: CredentialContext): string {
  return path.startsWith('~/') ? join(context.homeDirectory, path.slice(2)) : path;
}

/** A file's text; nothing if there is no such file. Any other problem is `invalid-configuration`. */
export async function readIfThere(
  path: string,
  context: CredentialContext,
): Promise<string | undefined> {
  try {
    return await context.readFile(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code === NOT_A_FILE) throw brokenFile(path, 'is not a regular file');
    if (code === TOO_LARGE) throw brokenFile(path, 'is too large for a profile');
    throw brokenFile(path, `cannot be read (${code})`);
  }
}

/**
 * Parses a JSON object. The error shows no part of the text, which contains keys.
 */
export function parseRecord(text: string, path: string): JsonRecord {
  const value = tryParse(text);
  if (!isRecord(value)) throw brokenFile(path, 'is not a JSON object');
  return value;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string field; nothing if it is absent, empty or null. Any other type is `invalid-configuration`. */
export function textField(record: JsonRecord, name: string, path: string): string | undefined {
  const value = record[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw brokenFile(path, `has a ${name} that is not a string`);
  return given(value);
}

/** The error of a file that exists and cannot be used. */
export function brokenFile(path: string, problem: string, hint?: string): ImageError {
  return new ImageError('invalid-configuration', `the file ${path} ${problem}`, {
    hint: hint ?? `Correct ${path}, or move it away so that it is not read.`,
  });
}

/** Node's code of an error. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' && code !== '' ? code : 'unknown error';
}

/**
 * The sections of an INI text: `[name]`, then `key = value`. Lines that begin with `#` or `;` are
 * comments. Linear in the length of the text, whatever it holds.
 */
export function parseIni(text: string): ReadonlyMap<string, JsonRecord> {
  const sections = new Map<string, Record<string, string>>();
  let current: Record<string, string> = {};
  for (const raw of text.split('\n')) {
    // A byte order mark counts as a blank.
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    if (line.startsWith('[') && line.endsWith(']')) {
      const name = line.slice(1, -1).trim();
      current = sections.get(name) ?? newSection();
      sections.set(name, current);
      continue;
    }
    const equals = line.indexOf('=');
    if (equals > 0) current[line.slice(0, equals).trim()] = line.slice(equals + 1).trim();
  }
  return sections;
}

/** Without a prototype, so that a key such as `constructor` is only what the file says. */
function newSection(): Record<string, string> {
  return Object.create(null) as Record<string, string>;
}
