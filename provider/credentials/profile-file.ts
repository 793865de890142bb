/** Reads the files in which command line tools keep their profiles. */

import { join } from 'node:path';

import { ImageError } from '../errors/image-error';
import type { CredentialContext } from './chain';
import { given } from './given';

/** A JSON object as it was read; its fields are not checked yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** A path with `~` for the home directory, as variables and documentation write it. */
export function expandHome(path: string, context: CredentialContext): string {
  return path.startsWith('~/') ? join(context.homeDirectory, path.slice(2)) : path;
}

/** A file's text; nothing where there is no such file. Any other trouble is `invalid-configuration`. */
export async function readIfThere(
  path: string,
  context: CredentialContext,
): Promise<string | undefined> {
  try {
    return await context.readFile(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw brokenFile(path, `cannot be read (${code})`);
  }
}

/**
 * The JSON object a text holds. The error tells nothing of the text, which holds keys.
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

/** A text field; nothing where it is absent, empty or null. Any other type is `invalid-configuration`. */
export function textField(record: JsonRecord, name: string, path: string): string | undefined {
  const value = record[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw brokenFile(path, `holds no text in ${name}`);
  return given(value);
}

/** The error of a file that is there and of no use. */
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

/** The sections of an INI text: `[name]`, then `key = value`; lines that begin with `#` or `;` are comments. */
export function parseIni(text: string): ReadonlyMap<string, JsonRecord> {
  const sections = new Map<string, Record<string, string>>();
  let current: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const header = /^\s*\[(.+)\]\s*$/.exec(line)?.[1]?.trim();
    const [, key, value] = /^\s*([^#;=\s][^=]*?)\s*=(.*)$/.exec(line) ?? [];
    if (header !== undefined) {
      current = sections.get(header) ?? {};
      sections.set(header, current);
    } else if (key !== undefined && value !== undefined) {
      current[key] = value.trim();
    }
  }
  return sections;
}
