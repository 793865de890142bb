/** clouds.yaml: logins of OpenStack clouds by name. */
import type { CredentialContext } from './chain';
import { given } from './given';
import { brokenFile, expandHome, isRecord, readIfThere, type JsonRecord } from './profile-file';
import { parseYaml } from './yaml';

/** Where it is looked for, first to last. */
const FOLDERS = ['.', '~/.config/openstack', '/etc/xdg/openstack', '/etc/openstack'];
const ENDINGS = ['yaml', 'yml', 'json'];

/** The login in the file by the names of its fields, flat; or the reason why the file has no login. */
export type CloudsYamlEntry =
  | { readonly login: Readonly<Record<string, string>>; readonly source: string }
  | { readonly reason: string };

/**
 * One entry, with what secure.yaml has for it.
 *
 * @param cloud - its name; undefined: the only one there is
 */
export async function readCloudsYaml(
  context: CredentialContext,
  cloud: string | undefined,
): Promise<CloudsYamlEntry> {
  const file = await firstFile(context, 'clouds', 'OS_CLIENT_CONFIG_FILE');
  if (file === undefined) {
    if (cloud === undefined) return { reason: 'no clouds.yaml' };
    throw brokenFile(
      'clouds.yaml',
      `does not exist, and the cloud "${cloud}" was chosen`,
      `Looked in ${FOLDERS.join(', ')}. OS_CLIENT_CONFIG_FILE names another file.`,
    );
  }
  const clouds = cloudsOf(file);
  const names = Object.keys(clouds);
  const name = cloud ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) {
    return { reason: `${file.path} has ${names.length} clouds, and OS_CLOUD names none of them` };
  }
  const entry = Object.hasOwn(clouds, name) ? clouds[name] : undefined;
  if (!isRecord(entry)) {
    throw brokenFile(
      file.path,
      `has no cloud "${name}"`,
      `Use one of ${names.join(', ')}, or add it to ${file.path}.`,
    );
  }
  if (entry['profile'] !== undefined) {
    throw brokenFile(
      file.path,
      `has a vendor profile in its cloud "${name}", which is not supported`,
      'Write auth_url into the entry in place of profile.',
    );
  }
  const secure = await firstFile(context, 'secure', 'OS_CLIENT_SECURE_FILE');
  const hidden = secure === undefined ? undefined : cloudsOf(secure)[name];
  const login = {
    ...flat(entry, file.path),
    ...(isRecord(hidden) ? flat(hidden, secure?.path ?? '') : {}),
  };
  return { login, source: `cloud "${name}" in ${file.path}` };
}

interface YamlFile {
  readonly path: string;
  readonly value: JsonRecord;
}

async function firstFile(
  context: CredentialContext,
  name: string,
  variable: string,
): Promise<YamlFile | undefined> {
  const named = given(context.environment[variable]);
  const paths = FOLDERS.flatMap((folder) =>
    ENDINGS.map((ending) => expandHome(`${folder}/${name}.${ending}`, context)),
  );
  for (const path of named === undefined ? paths : [expandHome(named, context), ...paths]) {
    const contents = await readIfThere(path, context);
    // YAML includes JSON.
    if (contents !== undefined) return { path, value: parseYaml(contents, path) };
  }
  return undefined;
}

function cloudsOf({ path, value }: YamlFile): JsonRecord {
  const clouds = value['clouds'] ?? {};
  if (!isRecord(clouds)) throw brokenFile(path, 'has no mapping under clouds');
  return clouds;
}

/** The fields of an entry and of its `auth`, as strings. A list of regions has its first one. */
function flat(entry: JsonRecord, path: string): Readonly<Record<string, string>> {
  const auth = entry['auth'] ?? {};
  if (!isRecord(auth)) throw brokenFile(path, 'has an auth that is not a mapping');
  const strings = Object.entries({ ...entry, ...auth }).flatMap(([name, value]) => {
    const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
    return isPlain ? [[name, String(value)] as const] : [];
  });
  return Object.fromEntries(strings);
}
