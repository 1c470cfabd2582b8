/**
 * A path as the errors of this package write it, in keys as zod writes it: `indicators[2].label` is
 * `["indicators", 2, "label"]`.
 *
 * @param path - The path; its keys hold no dots and no brackets.
 */
export function pathKeys(path: string): (string | number)[] {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  return keys.map((key) => (/^[0-9]+$/.test(key) ? Number(key) : key));
}
