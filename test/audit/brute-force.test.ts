import { describe, expect, it } from "vitest";
import { auditClaims } from "../../src/audit/audit-claims.js";
import type { AuditVerdict, Claims } from "../../src/audit/claims.js";
import { honestTable, placesOf, randomNumbers, textAt, withAnotherDigit, withText, type Random } from "./random-tables.js";
import { verdictByTheContract } from "./twin.js";

/** Tables with their verdict by the library and by the twin, where the two differ. */
function disagreements(tables: Iterable<Claims>): { readonly met: Map<AuditVerdict, number>; readonly differ: readonly Claims[] } {
  const met = new Map<AuditVerdict, number>();
  const differ: Claims[] = [];
  for (const claims of tables) {
    const verdict = verdictByTheContract(claims);
    met.set(verdict, (met.get(verdict) ?? 0) + 1);
    if (auditClaims(claims).verdict !== verdict) differ.push(claims);
  }
  return { met, differ };
}

function* tables(count: number, seed: number, change: (claims: Claims, random: Random) => Claims = (claims) => claims): Generator<Claims> {
  const random = randomNumbers(seed);
  for (let index = 0; index < count; index++) yield change(honestTable(random), random);
}

const withOneDigitWrong = (claims: Claims, random: Random): Claims => {
  const places = placesOf(claims);
  const place = places[random(places.length)]!;
  return withText(claims, place, withAnotherDigit(random, textAt(claims, place)));
};

describe("honest tables", () => {
  it("are never found inconsistent: 100,000 of them", () => {
    const verdicts: Record<AuditVerdict, number> = { consistent: 0, inconsistent: 0, "not-checkable": 0 };
    const flagged: Claims[] = [];
    for (const claims of tables(100_000, 1)) {
      const { verdict, findings } = auditClaims(claims);
      verdicts[verdict]++;
      if (verdict === "inconsistent" || findings.some(({ severity }) => severity === "error")) flagged.push(claims);
    }
    expect(flagged).toEqual([]);
    expect(verdicts.inconsistent).toBe(0);
    // Tables that are nearly all without a check would prove nothing.
    expect(verdicts.consistent).toBeGreaterThan(90_000);
    expect(verdicts["not-checkable"]).toBeGreaterThan(1_000);
  });

  it("hold everything that the checks are about", () => {
    const all = [...tables(5_000, 2)];
    const has = (holds: (claims: Claims) => boolean): number => all.filter(holds).length;
    expect(has(({ sums }) => sums!.length > 0)).toBeGreaterThan(1_000);
    expect(has(({ rateSums }) => rateSums!.length > 0)).toBeGreaterThan(1_000);
    expect(has(({ balances }) => balances!.some(({ complete }) => complete !== false))).toBeGreaterThan(500);
    expect(has(({ balances }) => balances!.some(({ complete }) => complete === false))).toBeGreaterThan(200);
    expect(has(({ values, shares }) => shares!.some(({ whole }) => Object.hasOwn(values, whole)))).toBeGreaterThan(1_000);
    expect(has(({ values, shares }) => shares!.some(({ whole }) => !Object.hasOwn(values, whole)))).toBeGreaterThan(1_000);
    expect(has(({ shares }) => shares!.some(({ part }) => typeof part !== "string"))).toBeGreaterThan(500);
    const halves = ({ values, shares }: Claims): boolean =>
      shares!.some(({ part, whole, printed }) => {
        const [count, total, decimals] = [values[String(part)], values[whole], (printed.split(".")[1] ?? "").length];
        return count !== undefined && total !== undefined && total > 0 && (200 * 10 ** decimals * count) % (2 * total) === total;
      });
    expect(has(halves)).toBeGreaterThan(200);
    for (const decimals of [0, 1, 2, 3]) expect(has(({ shares }) => shares!.some(({ printed }) => (printed.split(".")[1] ?? "").length === decimals))).toBeGreaterThan(1_000);
  });
});

describe("the checks and their twin", () => {
  it("agree on 20,000 tables with one digit wrong", () => {
    const { met, differ } = disagreements(tables(20_000, 3, withOneDigitWrong));
    expect(differ).toEqual([]);
    expect(met.get("inconsistent")).toBeGreaterThan(8_000);
    expect(met.get("consistent")).toBeGreaterThan(2_000);
    expect(met.get("not-checkable")).toBeGreaterThan(100);
  });

  it("agree on every single wrong digit of small tables", () => {
    function* allWrongDigits(): Generator<Claims> {
      for (const claims of tables(60, 4)) {
        for (const place of placesOf(claims)) {
          const text = textAt(claims, place);
          for (let index = 0; index < text.length; index++) {
            if (text[index] === ".") continue;
            for (let digit = 0; digit <= 9; digit++) yield withText(claims, place, `${text.slice(0, index)}${digit}${text.slice(index + 1)}`);
          }
        }
      }
    }
    const { met, differ } = disagreements(allWrongDigits());
    expect(differ).toEqual([]);
    expect(met.get("inconsistent")).toBeGreaterThan(5_000);
    expect(met.get("consistent")).toBeGreaterThan(1_000);
  });

  it("agree where the whole itself is past 2^53, and no double tells its neighbours apart", () => {
    // 200·a/7 ends what 3 allows and begins what 4 allows: one whole number where 7 divides a, none elsewhere.
    const atOneEnd = Array.from({ length: 28 }, (_, off): Claims => ({
      values: { a: Number.MAX_SAFE_INTEGER - off },
      shares: [{ part: "a", whole: "all", printed: "3" }, { part: "a", whole: "all", printed: "4" }],
    }));
    const { met, differ } = disagreements(atOneEnd);
    expect(differ).toEqual([]);
    expect([met.get("consistent"), met.get("inconsistent")]).toEqual([4, 24]);
  });

  it("agree where products pass 2^53", () => {
    const large = (claims: Claims, random: Random): Claims => {
      // Up to 2^53 − 1, which no sum of them may pass unseen.
      const values = Object.fromEntries(Object.entries(claims.values).map(([name, count]) => [name, random(3) === 0 ? Number.MAX_SAFE_INTEGER - random(5) : Math.min(Number.MAX_SAFE_INTEGER, count * 300_000_000 + random(3))]));
      return { ...claims, values };
    };
    const { met, differ } = disagreements(tables(5_000, 5, large));
    expect(differ).toEqual([]);
    expect(met.get("inconsistent")).toBeGreaterThan(1_000);
  });
});
