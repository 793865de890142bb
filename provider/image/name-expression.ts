/** Name expressions: RE2 syntax, linear time, the same answer as Go's engines give. */

/** A compiled name expression. */
export interface NameExpression {
  /** Whether any part of the text matches. */
  test(text: string): boolean;
}

/**
 * Compiles an RE2 expression.
 *
 * @returns the expression, or what is wrong with it and what to write in its place
 */
export function compileNameExpression(
  source: string,
): NameExpression | { readonly problem: string } {
  if (/\(\?<?[=!]/.test(source)) {
    return {
      problem: `"${source}" uses look-around ((?=, (?!, (?<=, (?<!), which RE2 does not have since it cannot be matched in linear time. Use excludeNameRegex for names that must not match.`,
    };
  }
  try {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- loaded late and not async: the annotation is its type
    const { RE2JS }: typeof import('re2js') = require('re2js');
    return RE2JS.compile(source);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      problem: `"${source}" is not a valid RE2 expression: ${why.replace(/^error parsing regexp: /, '')}. The syntax is Go's; (?i) makes it case-insensitive.`,
    };
  }
}

/** The literal text in an expression, for finding near names: `(?i)^ubuntu.*22\.04` → `ubuntu 22.04`. */
export function literalText(source: string): string {
  return source.replace(
    /\(\?[a-zA-Z]+\)|\\[dwsDWSbBAz]|\\(.)|\.[*+?]?|[\^$*+?()[\]{}|]/g,
    (part, escaped?: string) => escaped ?? (part.startsWith('.') ? ' ' : ''),
  );
}
