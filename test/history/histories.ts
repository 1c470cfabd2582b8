import fc, { type Arbitrary } from "fast-check";
import type { PovertyClass, Recognition } from "../../src/index.js";

/** A history in words: `"2022-12-14 poor"`, or `"2022-12-14 poor decree-07-2021"` with a national standard. */
export function history(...lines: readonly string[]): readonly Recognition[] {
  return lines.map((line) => {
    const [on = "", found, standard] = line.split(" ");
    return { on, class: found as PovertyClass, ...(standard === undefined ? {} : { standard: `vn/${standard}` }) };
  });
}

/** Days close enough together that windows end, standards change and days coincide. */
export const days: Arbitrary<string> = fc.constantFrom(
  "2018-12-14", "2020-02-29", "2020-12-14", "2021-11-20", "2021-12-01", "2021-12-14", "2022-12-14", "2023-02-28", "2023-03-01", "2023-12-14",
  "2023-12-15", "2024-02-29", "2024-12-13", "2024-12-14", "2024-12-15", "2025-06-30", "2026-12-14", "2026-12-15", "2027-02-28", "2027-03-01",
);

const standardIds = [undefined, null, "vn/decision-59-2015", "vn/decree-07-2021", "vn/decree-351-2025", "local/a", "local/b"];

const recognition: Arbitrary<Recognition> = fc.record(
  {
    on: days,
    class: fc.constantFrom<PovertyClass>("poor", "near-poor", "average-living-standard", "not-poor"),
    standard: fc.constantFrom(...standardIds),
  },
  { noNullPrototype: true },
);

/** Histories without two classes on one day under one standard; the same recognition may be there twice. */
export const histories: Arbitrary<readonly Recognition[]> = fc.array(recognition, { maxLength: 9 }).map((all) => {
  const classes = new Map<string, PovertyClass>();
  return all.filter(({ on, class: found, standard }) => {
    const key = `${on} ${standard ?? ""}`;
    if (!classes.has(key)) classes.set(key, found);
    return classes.get(key) === found;
  });
});
