/** Instants and durations as queries write them. Pure arithmetic: the clock is always passed in. */

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of an RFC 3339 instant, or undefined when the text is not one. */
export function parseInstant(text: string): number | undefined {
  if (!RFC_3339.test(text)) return undefined;
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  const daysInMonth = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  if (day === undefined || day < 1 || day > daysInMonth) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** Milliseconds of a duration such as `7d`, or undefined when the text is not one. */
export function parseDuration(text: string): number | undefined {
  const [, amount, unit] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  return Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS];
}

/** When an image came to be: its creation, else its build date at midnight UTC. */
export function instantOf(image: {
  readonly createdAt?: string | undefined;
  readonly buildDate?: string | undefined;
}): { readonly ms: number; readonly basis: 'createdAt' | 'buildDate' } | undefined {
  if (image.createdAt !== undefined) {
    const ms = Date.parse(image.createdAt);
    if (!Number.isNaN(ms)) return { ms, basis: 'createdAt' };
  }
  if (image.buildDate !== undefined) {
    const ms = Date.parse(`${image.buildDate}T00:00:00Z`);
    if (!Number.isNaN(ms)) return { ms, basis: 'buildDate' };
  }
  return undefined;
}
