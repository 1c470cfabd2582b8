// Does time grow with the number of households, or faster? A straight line through the logarithms of both tells.
import { standardById } from "chuan-ngheo";
import { classifyColumns } from "chuan-ngheo/columns";
import { decided, householdColumns } from "./columns.mjs";

const standard = standardById("vn/decree-07-2021");

/**
 * The exponent `b` of `seconds = a × households ^ b` that fits best, by least squares of the logarithms, and the share of
 * their variance that it explains.
 *
 * @param points - Households and seconds.
 */
export function growth(points) {
  const logs = points.map(({ households, seconds }) => [Math.log(households), Math.log(seconds)]);
  const mean = (place) => logs.reduce((sum, log) => sum + log[place], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const sum = (term) => logs.reduce((total, [x, y]) => total + term(x - meanX, y - meanY), 0);
  const [xy, xx, yy] = [sum((x, y) => x * y), sum((x) => x * x), sum((_, y) => y * y)];
  return { exponent: xy / xx, explained: (xy * xy) / (xx * yy) };
}

/** Seconds that a run of each size takes, the median of some rounds in which the sizes take turns; warm. */
export async function timesBySize(sizes, run, rounds = 7) {
  const seconds = new Map(sizes.map((households) => [households, []]));
  for (let round = 0; round <= rounds; round++)
    for (const households of sizes) {
      const start = process.hrtime.bigint();
      await run(households);
      if (round > 0) seconds.get(households).push(Number(process.hrtime.bigint() - start) / 1e9);
    }
  return [...seconds].map(([households, times]) => ({ households, seconds: times.sort((a, b) => a - b)[times.length >> 1] }));
}

/** `classifyColumns` on 10⁴ to 10⁷ households. */
export function columnsBySize(sizes = [10_000, 100_000, 1_000_000, 10_000_000]) {
  const all = decided(householdColumns(sizes.at(-1)));
  const out = new Uint8Array(sizes.at(-1));
  return timesBySize(sizes, (length) => classifyColumns(all, { standard, out, offset: 0, length }));
}
