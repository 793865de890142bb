/** So many results are kept. A cloud lists some hundred values of a field. */
const MOST_KEPT = 500;

/** A pure function of strings that keeps its last results. */
export function kept<Result extends object>(
  compute: (text: string) => Result,
): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    let result = results.get(text);
    if (result === undefined) {
      result = compute(text);
      // All at once: which of them went would decide nothing but a little time.
      if (results.size >= MOST_KEPT) results.clear();
      results.set(text, result);
    }
    return result;
  };
}
