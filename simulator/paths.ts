/** APIs whose requests differ in their path: `/v1/projects/{project}/images`. */

/** The values of the placeholders, decoded; undefined where the path does not fit the pattern. */
export function matchPath(
  pattern: string,
  path: string,
): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const piece = decode(given[index] ?? '');
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (piece === undefined || (name === undefined && piece !== part)) return undefined;
    if (name !== undefined) {
      if (piece === '') return undefined;
      values[name] = piece;
    }
  }
  return values;
}

function decode(piece: string): string | undefined {
  try {
    return decodeURIComponent(piece);
  } catch {
    return undefined;
  }
}
