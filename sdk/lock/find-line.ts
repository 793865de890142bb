/** Where a value is in a JSON text, for messages about hand-edited files. */

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * The line, counted from 1, on which the value at a path begins; the nearest parent's line where
 * the path does not exist. The text must be valid JSON.
 */
export function findLine(text: string, path: readonly (string | number)[]): number {
  const reader = new JsonReader(text);
  reader.value([]);
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = reader.offsets.get(JSON.stringify(path.slice(0, length)));
    if (offset !== undefined) return lineAt(text, offset);
  }
  return 1;
}

/** The line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

class JsonReader {
  readonly offsets = new Map<string, number>();
  private readonly tokens: readonly RegExpExecArray[];
  private at = 0;

  constructor(text: string) {
    this.tokens = [...text.matchAll(TOKEN)] as RegExpExecArray[];
  }

  /** Reads one value, and notes where it and its members begin. */
  value(path: readonly (string | number)[], offset?: number): void {
    const token = this.next();
    this.offsets.set(JSON.stringify(path), offset ?? token?.index ?? 0);
    if (token?.[0] === '{') this.members('}', () => this.member(path));
    if (token?.[0] === '[') this.members(']', (index) => this.value([...path, index]));
  }

  private member(path: readonly (string | number)[]): void {
    const key = this.next();
    this.next(); // the colon
    this.value([...path, JSON.parse(key?.[0] ?? '""') as string], key?.index);
  }

  private members(end: string, read: (index: number) => void): void {
    for (let index = 0; this.at < this.tokens.length; index += 1) {
      if (this.tokens[this.at]?.[0] === end) break;
      read(index);
      if (this.tokens[this.at]?.[0] === ',') this.at += 1;
    }
    this.at += 1;
  }

  private next(): RegExpExecArray | undefined {
    this.at += 1;
    return this.tokens[this.at - 1];
  }
}
