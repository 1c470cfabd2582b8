import { amountText, exactAmount } from "../core/exact-amount.js";
import { isGiven } from "../core/is-given.js";
import type { Day } from "../core/plain-date.js";
import { householdFacts, memberFacts, type Fact } from "../law/facts.js";
import { standards } from "../law/registry.js";
import { standardTables, type PointsLine, type PovertyClass, type Standard } from "../law/standard.js";
import { nationalSuccession } from "../law/succession.js";
import type { TileTable } from "../law/tiling.js";
import type { Classification } from "./classification.js";
import { classify } from "./classify.js";
import { classifyDeprivations } from "./classify-deprivations.js";
import { classifyPoints } from "./classify-points.js";
import { classOf, repaintedStandard, type Cell } from "./repainted-standard.js";
import { standardsWithOtherLines } from "./standards-with-other-lines.js";
import type { Household, IncomeVnd, Member, RecordedDeprivations, RecordedPoints } from "./types.js";

/**
 * A known mistake, by the provision or the record that it changes. Behind a colon stands the standard whose lines are
 * taken: an older one, one that was issued but does not apply yet, a national one in place of a local one; and behind
 * `#` which of its lines is taken for the line of the poor, where it has several.
 */
export type MistakeId =
  | "line-excluded" | "or-for-and" | "dimensions-for-indicators" | "near-poor-needs-deprivation" | "near-poor-as-band" | "average-needs-no-deprivation"
  | `older-line:${string}` | `newer-line:${string}` | `national-line:${string}` | "other-residence"
  | "points-inverted" | "points-exchanged" | "points-unit"
  | "missing-as-zero" | "missing-income-as-not-poor" | "missing-as-no";

/** A household that was classified, with the part of its record that decides the class once its indicators are counted. */
export type Case = {
  /** The standard. */
  readonly standard: Standard;
  /** What the rule gives. */
  readonly classification: Classification;
  /** The day of the review, where one is known. */
  readonly on: Day | null;
  /** The facts, where the record is of facts. */
  readonly facts: Household | null;
} & (
  | { readonly route: "income"; readonly record: RecordedDeprivations }
  | { readonly route: "points"; readonly record: RecordedPoints }
);

/** A known mistake under one standard. */
export interface KnownMistake {
  /** Its name. */
  readonly id: MistakeId;
  /** Where it takes lines of another standard: that standard, and this one with the lines. */
  readonly lines: { readonly of: Standard; readonly variant: Standard } | null;
  /** Whether it fills what is missing, and so speaks only where the class is undetermined. */
  readonly fills: boolean;
  /** What the interpreters give with the mistake; `null` where it does not apply. */
  readonly classification: (its: Case) => Classification | null;
}

const known = new WeakMap<Standard, readonly KnownMistake[]>();

/**
 * The known mistakes under a standard, in a fixed order. Each is a variant of the standard or of the record, and is
 * decided by the same interpreters as the law itself.
 *
 * Left out are those that change nothing under the standard: dimensions where it has none, points where it has no
 * points route.
 *
 * @param standard - From {@link defineStandard}.
 */
export function knownMistakes(standard: Standard): readonly KnownMistake[] {
  let mistakes = known.get(standard);
  if (mistakes === undefined) {
    mistakes = [...ofRule(standard), ...ofLines(standard), ...ofRecord(standard), ...ofMissing(standard)];
    known.set(standard, mistakes);
  }
  return mistakes;
}

/** What is different in a variant. */
interface Change {
  readonly standard?: Standard;
  readonly income?: Partial<RecordedDeprivations>;
  readonly points?: Partial<RecordedPoints>;
}

function classifiedWith(its: Case, { standard = its.standard, income = {}, points = {} }: Change): Classification {
  return its.route === "points" ? classifyPoints({ ...its.record, ...points }, { standard }) : classifyDeprivations({ ...its.record, ...income }, { standard });
}

/** A mistake of which the variant is given by how it changes a case; `null` where it does not apply. */
function mistake(id: MistakeId, change: (its: Case) => Change | null, fills = false): KnownMistake {
  const classification = (its: Case): Classification | null => {
    const changed = change(its);
    return changed === null ? null : classifiedWith(its, changed);
  };
  return { id, lines: null, fills, classification };
}

// ---- the rule is misread: variants of the standard ----

function ofRule(standard: Standard): readonly KnownMistake[] {
  const misread = (id: MistakeId, paint: (cell: Cell) => PovertyClass): readonly KnownMistake[] => {
    const variant = repaintedStandard(standard, paint);
    return variant === null ? [] : [mistake(id, () => ({ standard: variant }))];
  };
  const holds = (name: PovertyClass): boolean => standard.classes.some((rule) => rule.class === name);
  // Who falls out of a class that is read too narrowly stands on no list.
  const onNoList = standard.classes.at(-1)?.class ?? "not-poor";
  const isJoined = joinedConditions(standard);
  const isBand = holds("near-poor") && Object.values(standardTables(standard).byResidence).every((table) => countsOf(standard, table, 0, "near-poor").length === 0);
  const endsAtANumber = ({ residence, band }: Cell): boolean => {
    const table = standardTables(standard).byResidence[residence];
    return countsOf(standard, table, band, "near-poor").length <= table.indicators;
  };
  return [
    mistake("line-excluded", ({ route, record }) =>
      route === "income" ? { income: withIncome(record, justAbove) } : typeof record.pointsA === "number" ? { points: { pointsA: record.pointsA + 1 } } : null),
    ...misread("or-for-and", (cell) => (isJoined(cell) ? "poor" : cell.class)),
    ...(standard.dimensions.length === 0 || standard.indicators.some(({ dimension }) => dimension === null) ? [] : [mistake("dimensions-for-indicators", dimensionsCounted)]),
    ...misread("near-poor-needs-deprivation", (cell) => (cell.class === "near-poor" && cell.count === 0 && endsAtANumber(cell) ? onNoList : cell.class)),
    ...(isBand || !holds("near-poor") ? [] : misread("near-poor-as-band", (cell) => (cell.class === "average-living-standard" ? "near-poor" : cell.class))),
    ...misread("average-needs-no-deprivation", (cell) => (cell.class === "average-living-standard" && cell.count > 0 ? onNoList : cell.class)),
  ];
}

/** At which numbers of deprived indicators a band gives a class. */
function countsOf(standard: Standard, table: TileTable, band: number, name: PovertyClass): readonly number[] {
  return Array.from({ length: table.indicators + 1 }, (_, count) => count).filter((count) => classOf(standard, table, band, count) === name);
}

/**
 * Whether a point meets one of the two conditions, of income and of number, that a tile of the poor joins. A tile with
 * one condition alone joins nothing.
 */
function joinedConditions(standard: Standard): (cell: Cell) => boolean {
  const poor = standard.classes.findIndex((rule) => rule.class === "poor");
  const tiles = new Map(
    Object.entries(standardTables(standard).byResidence).map(([residence, table]) => {
      const found = new Map<number, { readonly bands: Set<number>; readonly counts: Set<number> }>();
      table.classAt.forEach((index, place) => {
        if (index !== poor) return;
        const tile = found.get(table.tileAt[place] ?? 0) ?? { bands: new Set(), counts: new Set() };
        tile.bands.add(Math.floor(place / (table.indicators + 1)));
        tile.counts.add(place % (table.indicators + 1));
        found.set(table.tileAt[place] ?? 0, tile);
      });
      return [residence, [...found.values()].filter(({ bands, counts }) => bands.size <= table.lines.length && counts.size <= table.indicators)] as const;
    }),
  );
  return ({ residence, band, count }) => (tiles.get(residence) ?? []).some(({ bands, counts }) => bands.has(band) || counts.has(count));
}

/** The incomes of a record, each changed where it is given. */
function withIncome({ annualIncomeVnd, monthlyIncomePerPersonVnd }: RecordedDeprivations, change: (income: IncomeVnd) => IncomeVnd): Partial<RecordedDeprivations> {
  return {
    annualIncomeVnd: isGiven(annualIncomeVnd) ? change(annualIncomeVnd) : null,
    monthlyIncomePerPersonVnd: isGiven(monthlyIncomePerPersonVnd) ? change(monthlyIncomePerPersonVnd) : null,
  };
}

/**
 * An income that stands over the lines on which it stood, and over no other. Lines are whole VND per year, so only an
 * income with at most two decimals can be on one, per month too, and none is nearer to another line than a hundredth.
 */
function justAbove(income: IncomeVnd): IncomeVnd {
  const [whole = "", decimals = ""] = amountText(exactAmount(income) ?? 0).split(".");
  return whole.startsWith("-") || decimals.length > 2 ? income : `${whole}.${decimals.padEnd(2, "0")}01`;
}

/** A dimension is deprived where one of its indicators is. Where only a number of indicators is known, no dimension is. */
function dimensionsCounted({ standard, classification: { deprived, unknown } }: Case): Change | null {
  if (deprived === null || unknown === null) return null;
  const dimensions = (ids: readonly string[]): number => new Set(standard.indicators.filter(({ id }) => ids.includes(id)).map(({ dimension }) => dimension)).size;
  return { income: { deprivationCount: [dimensions(deprived), dimensions([...deprived, ...unknown])] } };
}

// ---- lines of another standard ----

function ofLines(standard: Standard): readonly KnownMistake[] {
  const place = nationalSuccession.indexOf(standard.id);
  const linesOf = (of: Standard, name: "older-line" | "newer-line" | "national-line", isMeant: (on: Day | null) => boolean): readonly KnownMistake[] =>
    standardsWithOtherLines(standard, of).map((variant, reading, { length }) => {
      const id: MistakeId = `${name}:${of.id}${length === 1 ? "" : `#${reading + 1}`}`;
      return { ...mistake(id, ({ on }) => (isMeant(on) ? { standard: variant } : null)), lines: { of, variant } };
    });
  return standards.flatMap((other) => {
    const begins = other.inForce[0]?.from ?? "";
    // A local standard has no place in the succession: any national one that was in force by then may stand in its place.
    if (place < 0) return linesOf(other, "national-line", (on) => on === null || begins <= on);
    const otherPlace = nationalSuccession.indexOf(other.id);
    if (otherPlace < place) return linesOf(other, "older-line", () => true);
    const { issued } = other.document;
    return otherPlace === place + 1 && issued !== null ? linesOf(other, "newer-line", (on) => on !== null && issued <= on) : [];
  });
}

// ---- the record is misread ----

function ofRecord({ points }: Standard): readonly KnownMistake[] {
  const otherResidence = mistake("other-residence", ({ record }) => {
    const change = { residence: record.residence === "rural" ? "urban" : "rural" } as const;
    return { income: change, points: change };
  });
  if (points === null) return [otherResidence];
  const { lines, pointsPerIndicator: per } = points;
  return [
    otherResidence,
    // "From the line up" in place of "up to the line".
    misreadPoints("points-inverted", ({ residence, pointsA }) => {
      const line = lineOf(lines, residence);
      return isGiven(pointsA) && line !== null ? { pointsA: Math.max(0, 2 * line - pointsA) } : null;
    }),
    misreadPoints("points-exchanged", ({ pointsA, pointsB, deprivationCount }, indicators) => {
      const b = isGiven(pointsB) ? pointsB : typeof deprivationCount === "number" ? deprivationCount * per : null;
      return isGiven(pointsA) && b !== null ? { pointsA: b, pointsB: null, deprivationCount: Math.min(Math.floor(pointsA / per), indicators) } : null;
    }),
    misreadPoints("points-unit", ({ pointsB, deprivationCount }, indicators) => {
      if (isGiven(pointsB)) return { pointsB: null, deprivationCount: Math.min(pointsB, indicators) };
      return typeof deprivationCount === "number" ? { deprivationCount: Math.floor(deprivationCount / per) } : null;
    }),
  ];
}

function misreadPoints(id: MistakeId, change: (record: RecordedPoints, indicators: number) => Partial<RecordedPoints> | null): KnownMistake {
  return mistake(id, ({ route, record, standard }) => {
    const points = route === "points" ? change(record, standard.indicators.length) : null;
    return points === null ? null : { points };
  });
}

function lineOf(lines: readonly PointsLine[], residence: string): number | null {
  return lines.find((line) => line.residence === residence)?.pointsUpTo ?? null;
}

// ---- what is missing is taken for something ----

function ofMissing({ points }: Standard): readonly KnownMistake[] {
  return [
    mistake("missing-as-zero", (its) => {
      const [least] = its.classification.count;
      if (its.route === "points") return { points: { pointsA: its.record.pointsA ?? 0, pointsB: null, deprivationCount: least } };
      return { income: { ...(lacksIncome(its.record) ? { monthlyIncomePerPersonVnd: 0 } : {}), deprivationCount: least } };
    }, true),
    mistake("missing-income-as-not-poor", ({ route, record, standard }) => {
      if (route === "income") {
        const { lines } = standardTables(standard).byResidence[record.residence];
        // Per month it is over every line per year, and so over every line.
        return lacksIncome(record) ? { income: { monthlyIncomePerPersonVnd: (lines.at(-1) ?? 0) + 1 } } : null;
      }
      const line = lineOf(points?.lines ?? [], record.residence);
      return isGiven(record.pointsA) || line === null ? null : { points: { pointsA: line + 1 } };
    }, true),
    {
      id: "missing-as-no",
      lines: null,
      fills: true,
      classification: ({ facts, standard, on }) => (facts === null ? null : classify(withNo(facts), { standard, ...(on === null ? {} : { on }) })),
    },
  ];
}

function lacksIncome({ annualIncomeVnd, monthlyIncomePerPersonVnd }: RecordedDeprivations): boolean {
  return !isGiven(annualIncomeVnd) && !isGiven(monthlyIncomePerPersonVnd);
}

/** The facts with "no" and 0 in every blank; a word, a birth and a member who is not listed stay unknown. */
function withNo(household: Household): Household {
  const members = household.members?.map((member): Member => ({ ...member, ...blanks(member, memberFacts) }));
  return { ...household, ...blanks(household, householdFacts), ...(members === undefined ? {} : { members }) };
}

function blanks(record: object, facts: Readonly<Record<string, Fact>>): Readonly<Record<string, false | 0>> {
  const recorded = record as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, { type }]): [string, false | 0][] =>
      isGiven(recorded[name]) || (type !== "boolean" && type !== "number") ? [] : [[name, type === "boolean" ? false : 0]]),
  );
}
