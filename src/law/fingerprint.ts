import type { Standard } from "./standard.js";

const fingerprints = new WeakMap<Standard, string>();

/**
 * A short name for exactly this content of a standard: 16 hexadecimal digits over its JSON with sorted keys, so that a
 * result can be told to rest on the same law as another. It guards against mistakes, not against forgers.
 *
 * @param standard - The standard.
 * @source FNV-1a, 64 bits, over the UTF-16 code units.
 */
export function fingerprint(standard: Standard): string {
  const known = fingerprints.get(standard);
  if (known !== undefined) return known;
  const keys = new Set<string>();
  JSON.stringify(standard, (key, value: unknown) => {
    keys.add(key);
    return value;
  });
  const text = JSON.stringify(standard, [...keys].sort());
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  const digits = hash.toString(16).padStart(16, "0");
  fingerprints.set(standard, digits);
  return digits;
}
