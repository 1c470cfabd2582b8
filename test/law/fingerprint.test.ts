import { describe, expect, it } from "vitest";
import { fingerprint } from "../../src/law/fingerprint.js";
import { standards } from "../../src/law/registry.js";
import { defineStandard, type Standard } from "../../src/law/standard.js";
import { jsonOf, placesIn, smallStandard, withAt, type Json } from "./small-standard.js";

/** FNV-1a, 64 bits, written out anew: text with keys in order, then one multiplication per code unit. */
function reference(value: Json): string {
  const text = (each: Json): string =>
    Array.isArray(each)
      ? `[${each.map(text).join(",")}]`
      : typeof each === "object" && each !== null
        ? `{${Object.keys(each).sort().map((key) => `${JSON.stringify(key)}:${text(each[key]!)}`).join(",")}}`
        : JSON.stringify(each);
  let hash = 14_695_981_039_346_656_037n;
  for (const unit of text(value).split("")) hash = ((hash ^ BigInt(unit.charCodeAt(0))) * 1_099_511_628_211n) % 2n ** 64n;
  return hash.toString(16).padStart(16, "0");
}

const reversed = (value: Json): Json =>
  Array.isArray(value) ? value.map(reversed) : typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, each]) => [key, reversed(each)])) : value;

describe("fingerprint", () => {
  it.each(standards.map((standard) => [standard.id, standard] as const))("of %s is 16 hexadecimal digits over its JSON", (_id, standard) => {
    expect(fingerprint(standard)).toBe(reference(jsonOf(standard)));
    expect(fingerprint(standard)).toMatch(/^[0-9a-f]{16}$/);
  });

  it("is that of the algorithm, also where the first digits are zeros", () => {
    const padded = Array.from({ length: 20_000 }, (_, id) => ({ id })).filter((spec) => reference(spec).startsWith("00"));
    expect(padded.length).toBeGreaterThan(10);
    for (const spec of padded) expect(fingerprint(spec as unknown as Standard)).toBe(reference(spec));
  });

  it("does not depend on the order of keys", () => {
    const other = defineStandard(reversed(jsonOf(smallStandard)) as unknown as Standard);
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(smallStandard));
    expect(fingerprint(other)).toBe(fingerprint(defineStandard(smallStandard)));
  });

  it("depends on every value in it", () => {
    const small = jsonOf(smallStandard);
    const leaves = placesIn(small).filter(({ value }) => typeof value !== "object" || value === null);
    const prints = leaves.map(({ path, value }) => fingerprint(withAt(small, path, typeof value === "number" ? value + 1 : typeof value === "string" ? `${value}'` : value === null ? true : null) as unknown as Standard));
    expect(leaves.length).toBeGreaterThan(200);
    expect(new Set([...prints, fingerprint(defineStandard(smallStandard))]).size).toBe(leaves.length + 1);
  });

  it("tells the national standards apart", () => {
    expect(new Set(standards.map(fingerprint)).size).toBe(standards.length);
  });
});
