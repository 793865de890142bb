/** YAML files of command line tools. */
import { brokenFile, isRecord, type JsonRecord } from './profile-file';

/** js-yaml, whose types are those of a module. */
interface Yaml {
  loadAll(contents: string): readonly unknown[];
}

/** The mapping that a YAML file holds. The error shows nothing of the file, which holds secrets. */
export function parseYaml(contents: string, path: string): JsonRecord {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- loaded late and not async: the annotation is its type
  const yaml: Yaml = require('js-yaml');
  let value: unknown;
  try {
    // An empty file has no document.
    [value] = yaml.loadAll(contents.replace(/^\uFEFF/, ''));
  } catch {
    throw brokenFile(path, 'is not a YAML file');
  }
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) throw brokenFile(path, 'is not a YAML mapping');
  return value;
}
