import { PovertyStandardError } from "../core/errors.js";
import type { Day } from "../core/plain-date.js";
import { bilingual, type LocalizedText } from "../core/text.js";
import { checkStandardShape } from "./check-standard-shape.js";
import type { Citation, LegalDocument } from "./citation.js";
import { factsOf, type Expression } from "./expression.js";
import type { FactName } from "./facts.js";
import { expectInStandard } from "./shape.js";
import { annualVnd, residences, tileTable, type IncomeLine, type Residence, type Tile, type TileTable } from "./tiling.js";

/** A class of households, poorest first. `not-poor` means above every line that the standard holds. */
export type PovertyClass = "poor" | "near-poor" | "average-living-standard" | "not-poor";

/** All classes, poorest first. */
export const povertyClasses: readonly PovertyClass[] = ["poor", "near-poor", "average-living-standard", "not-poor"];

/** What each class is called. */
export const classLabels: Readonly<Record<PovertyClass, LocalizedText>> = {
  poor: bilingual("hộ nghèo", "poor household"),
  "near-poor": bilingual("hộ cận nghèo", "near-poor household"),
  "average-living-standard": bilingual("hộ có mức sống trung bình", "household of average living standard"),
  "not-poor": bilingual("hộ không nghèo", "household that is not poor"),
};

/** A class of a standard: the tiles of the plane that belong to it. */
export interface ClassRule {
  /** The class. */
  readonly class: PovertyClass;
  /** Its part of the plane. */
  readonly tiles: readonly Tile[];
  /** Where the rule stands. */
  readonly citation: Citation;
}

/** A class or a threshold that no source at hand gives; a result that could depend on it names it. */
export interface NotHeldClass {
  /** The class that the standard does not hold. */
  readonly class: PovertyClass;
  /** The class in which its households are counted instead. */
  readonly within: PovertyClass;
  /** Why it is not held. */
  readonly note: LocalizedText;
}

/** A dimension of poverty, a group of indicators. */
export interface Dimension {
  /** Its name in data. */
  readonly id: string;
  /** What it is called. */
  readonly label: LocalizedText;
}

/** An indicator of deprivation. */
export interface Indicator {
  /** Its name in data, for example `healthInsurance`. */
  readonly id: string;
  /** What it is called. */
  readonly label: LocalizedText;
  /** Its dimension; `null` where it is not held. */
  readonly dimension: string | null;
  /** When a household is deprived; `null` where the threshold is not held, and then only recorded flags count. */
  readonly deprivedWhen: Expression | null;
  /**
   * The sentence that an officer reads. Slots are filled from the evidence: `{member}` the members concerned, `{persons}`
   * how many there are, `{true}` the facts recorded as true, `{facts}` all facts with their values, `{waterSource}` (any
   * fact) its value.
   */
  readonly reason: LocalizedText;
  /** Where the indicator stands. */
  readonly citation: Citation;
}

/** One line of the points route: points up to it stand for an income up to a line. */
export interface PointsLine {
  /** The residence. */
  readonly residence: Residence;
  /** Points A up to this, itself included, stand for … */
  readonly pointsUpTo: number;
  /** … an income up to this line. */
  readonly incomeUpTo: IncomeLine;
}

/** The scoring route: points A stand for income, points B for deprivations. */
export interface PointsRoute {
  /** The line of each residence. */
  readonly lines: readonly PointsLine[];
  /** Points B of one deprived indicator. */
  readonly pointsPerIndicator: number;
  /** Where the route stands. */
  readonly citation: Citation;
}

/** Days on which a standard is the one in force for policy, both included. */
export interface Period {
  /** First day. */
  readonly from: Day;
  /** Last day. */
  readonly to: Day;
  /** Why it applies then. */
  readonly citation: Citation;
}

/** A poverty standard as data: JSON throughout, frozen by {@link defineStandard}. */
export interface Standard {
  /** Its name in data, for example `vn/decree-07-2021`. */
  readonly id: string;
  /** What it is called. */
  readonly title: LocalizedText;
  /** The document that sets it. */
  readonly document: LegalDocument;
  /** When it is in force for policy; empty for a worked example. */
  readonly inForce: readonly Period[];
  /** The dimensions, in the official order. */
  readonly dimensions: readonly Dimension[];
  /** The indicators, in the official order. */
  readonly indicators: readonly Indicator[];
  /** The classes, poorest first, whose tiles cover the plane once. */
  readonly classes: readonly ClassRule[];
  /** The classes that it does not hold. */
  readonly notHeld: readonly NotHeldClass[];
  /** The scoring route; `null` where none is held. */
  readonly points: PointsRoute | null;
}

/** What a standard compiles to once: a table per residence, and what each indicator reads. */
export interface StandardTables {
  /** The table of each residence. */
  readonly byResidence: Readonly<Record<Residence, TileTable>>;
  /** The facts that each indicator reads, in the order of the indicators. */
  readonly factsOfIndicator: readonly (readonly FactName[])[];
}

const tablesOf = new WeakMap<Standard, StandardTables>();

/**
 * Checks a standard, proves that its tiles cover the plane of each residence once, and freezes it.
 *
 * @param spec - The standard as plain data, written by hand or parsed from JSON.
 * @returns A frozen copy of `spec`.
 * @throws {@link PovertyStandardError} `invalid-standard` that names the part, or the point of the plane that has no
 *   class or two.
 *
 * @example
 * ```ts
 * const { id, classes } = standardById("vn/decree-07-2021");
 * const lowered = defineStandard({ ...standardById("vn/decree-07-2021"), id: "example/copy", inForce: [] });
 * lowered.classes.length === classes.length && lowered.id !== id; // => true
 * ```
 */
export function defineStandard(spec: Standard): Standard {
  const standard = jsonCopy(spec);
  tablesOf.set(standard, provenTables(standard));
  return deepFrozen(standard);
}

/**
 * The tables of a standard, made once.
 *
 * @param standard - From {@link defineStandard}, of this copy of the package or another.
 * @throws {@link PovertyStandardError} `invalid-standard` when it was not made by {@link defineStandard}.
 */
export function standardTables(standard: Standard): StandardTables {
  const known = tablesOf.get(standard);
  if (known !== undefined) return known;
  const given: unknown = standard;
  expectInStandard(typeof given === "object" && given !== null && Object.isFrozen(given), "a standard that defineStandard returned", "standard");
  const tables = provenTables(standard);
  // A table that is kept must not outlive a change of the law inside.
  expectInStandard(isDeepFrozen(standard), "a standard that is frozen throughout", "standard");
  tablesOf.set(standard, tables);
  return tables;
}

function provenTables(standard: Standard): StandardTables {
  checkStandardShape(standard);
  const { indicators, dimensions, classes, notHeld, inForce, points } = standard;
  expectInStandard(indicators.length <= 30, "at most 30 indicators", "indicators");
  const dimensionNames = dimensions.map(({ id }) => id);
  const classNames = classes.map((rule) => rule.class);
  const names = { indicators: indicators.map(({ id }) => id), dimensions: dimensionNames, classes: classNames, notHeld: notHeld.map((gap) => gap.class) };
  for (const [path, several] of Object.entries(names)) expectInStandard(new Set(several).size === several.length, "each name once", path);
  const order = povertyClasses.filter((each) => classNames.includes(each));
  expectInStandard(order.join() === classNames.join(), "the known classes, poorest first", "classes");
  notHeld.forEach((gap, index) => {
    expectInStandard(povertyClasses.includes(gap.class) && !classNames.includes(gap.class), "a class that the standard does not hold", `notHeld[${index}].class`);
    expectInStandard(classNames.includes(gap.within), "a class of the standard", `notHeld[${index}].within`);
  });
  inForce.forEach(({ from, to }, index) => {
    expectInStandard(from <= to, "two days in order", `inForce[${index}]`);
  });
  indicators.forEach(({ dimension }, index) => {
    expectInStandard(dimension === null || dimensionNames.includes(dimension), "a dimension of the standard", `indicators[${index}].dimension`);
  });
  classes.forEach(({ tiles }, index) => {
    tiles.forEach((tile, tileIndex) => {
      checkTile(tile, indicators.length, `classes[${index}].tiles[${tileIndex}]`);
    });
  });
  const byResidence = { rural: tileTable(classes, "rural", indicators.length), urban: tileTable(classes, "urban", indicators.length) };
  if (points !== null) checkPoints(points, byResidence);
  return { byResidence, factsOfIndicator: indicators.map(({ deprivedWhen }) => (deprivedWhen === null ? [] : factsOf(deprivedWhen))) };
}

function checkTile(tile: Tile, indicators: number, path: string): void {
  const { incomeOver, incomeUpTo, deprivationsFrom = 0, deprivationsTo = indicators } = tile;
  for (const [key, bound] of Object.entries({ deprivationsFrom, deprivationsTo }))
    expectInStandard(bound <= indicators, `a whole number from 0 to ${indicators}, the number of indicators`, `${path}.${key}`);
  const someIncome = incomeOver === undefined || incomeUpTo === undefined || annualVnd(incomeOver) < annualVnd(incomeUpTo);
  expectInStandard(someIncome && deprivationsFrom <= deprivationsTo, "a tile that is not empty", path);
}

function checkPoints({ lines }: PointsRoute, tables: StandardTables["byResidence"]): void {
  for (const residence of residences) {
    const [line, another] = lines.filter((each) => each.residence === residence);
    expectInStandard(line !== undefined && another === undefined, `one line for ${residence}`, "points.lines");
    expectInStandard(tables[residence].lines.includes(annualVnd(line.incomeUpTo)), `an income line of the classes for ${residence}`, "points.lines");
  }
}

/** A copy by way of JSON: what is no plain data cannot hide in a standard. */
function jsonCopy(spec: Standard): Standard {
  try {
    return JSON.parse(JSON.stringify(spec)) as Standard;
  } catch {
    throw new PovertyStandardError("invalid-standard", "expected plain data that JSON can hold");
  }
}

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(deepFrozen);
    Object.freeze(value);
  }
  return value;
}

function isDeepFrozen(value: unknown): boolean {
  return typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(isDeepFrozen));
}
