import { compareExactly, wholeDistance, type ExactAmount } from "../core/exact-amount.js";
import { inMask } from "../core/in-mask.js";
import type { DayNumber } from "../core/plain-date.js";
import { version } from "../core/version.js";
import { provisionText, weakestProvenance, type Citation, type Provenance } from "../law/citation.js";
import { fingerprint } from "../law/fingerprint.js";
import { standardTables, type ClassRule, type PovertyClass, type Standard } from "../law/standard.js";
import { annualVnd, linesOf, rectangleIndex, residences, type Residence, type Tile, type TileTable } from "../law/tiling.js";
import { missingFacts } from "./evidence.js";
import type { Household } from "./types.js";

/** Unknown facts that stand between a household and a class. */
export interface MissingFacts {
  /** The indicator, or `income`, or `deprivationCount`. */
  readonly indicator: string;
  /** Paths of its unknown facts, in the order of the catalogue; `members` where not all are listed; empty where the threshold is not held. */
  readonly facts: readonly string[];
}

/** An income line as a result names it. */
export interface StatedLine {
  /** Whole VND per person. */
  readonly amount: number;
  /** Per month or per year. */
  readonly per: "month" | "year";
}

/** A tile of the plane as a result names it; see {@link Tile}. */
export interface TileReason {
  /** The class to which it belongs. */
  readonly class: PovertyClass;
  /** Its residence; missing where it speaks of both. */
  readonly residence?: Residence;
  /** Income over this line. */
  readonly incomeOver?: StatedLine;
  /** Income up to this line, itself included. */
  readonly incomeUpTo?: StatedLine;
  /** At least so many deprived indicators. */
  readonly deprivationsFrom?: number;
  /** At most so many deprived indicators. */
  readonly deprivationsTo?: number;
}

/** A bound of the law that a result rests on. */
export interface Reason {
  /** The tile of the plane in which the household lies. */
  readonly tile?: TileReason;
  /** An indicator in which it is deprived. */
  readonly indicator?: string;
  /** The line of points that stands for its income. */
  readonly points?: { readonly residence: Residence; readonly pointsUpTo: number };
  /** Number of the document. */
  readonly document: string;
  /** The provision as English writes it, for example `Article 3(2)(a)`; empty where it has none of its own. */
  readonly provision: string;
  /** How surely it is known; of a tile, the weakest of its rule and lines. */
  readonly provenance: Provenance;
}

/** How far a household is from another class. */
export interface Margin {
  /**
   * Distance to the nearest income line that would change the class, if the deprivations stayed; `null` where income
   * or class is unknown, or no line would. `vnd`: income minus line per person per month, in whole VND rounded away
   * from zero, so that 0 is exactly on the line; `line`: the line; `then`: the classes on its other side.
   */
  readonly income: { readonly vnd: number; readonly line: StatedLine; readonly then: readonly PovertyClass[] } | null;
  /**
   * The smallest change in the number of deprived indicators that would change the class, if income stayed: positive
   * for more; `null` where the class is unknown or no number would.
   */
  readonly indicators: { readonly change: number; readonly then: readonly PovertyClass[] } | null;
}

/** What exactly a result rests on, so that it can be reproduced. */
export interface LawReference {
  /** Id of the standard. */
  readonly standard: string;
  /** Fingerprint of its JSON. */
  readonly fingerprint: string;
  /** Version of this package. */
  readonly version: string;
}

/**
 * The class that a standard gives a household, and why.
 *
 * The class in force is the one that the commune recognises; this is what the rule gives. All but the first four
 * fields are computed when they are read, `missing` from the household as it is then: do not change it in between.
 * `JSON.stringify` and `toJSON` give all of them.
 */
export interface Classification {
  /** `determined` when the unknown facts cannot matter. */
  readonly status: "determined" | "undetermined";
  /** The class; `null` while undetermined. */
  readonly class: PovertyClass | null;
  /** Every class that is still possible, poorest first. */
  readonly possible: readonly PovertyClass[];
  /** Fewest and most indicators in which it is deprived. */
  readonly count: readonly [least: number, most: number];
  /** The indicators in which it is deprived; `null` where only their number is known. */
  readonly deprived: readonly string[] | null;
  /** The indicators of which that is unknown; `null` where only their number is known. */
  readonly unknown: readonly string[] | null;
  /** What is missing for a class; empty when determined. */
  readonly missing: readonly MissingFacts[];
  /** The tiles it lies in, and the indicators where their number decided, each with its provision. */
  readonly because: readonly Reason[];
  /** Classes and thresholds that could matter here and that the standard does not hold. */
  readonly notHeld: readonly string[];
  /** How far it is from another class. */
  readonly margin: Margin;
  /** What it rests on. */
  readonly law: LawReference;
  /** All of it as plain data. */
  toJSON(): Omit<Classification, "toJSON">;
}

/** Everything that a classification was decided from; what the lazy fields are computed from. */
export interface Decision {
  readonly standard: Standard;
  readonly basis: "facts" | "deprivations" | "count" | "points";
  readonly residence: number;
  /** Income, or `null` where unknown or given as points. */
  readonly income: ExactAmount | null;
  readonly annual: boolean;
  /** Persons; 0 where not given. */
  readonly persons: number;
  readonly bandFrom: number;
  readonly bandTo: number;
  readonly least: number;
  readonly most: number;
  readonly deprivedMask: number;
  readonly unknownMask: number;
  /** The review day of facts, else 0. */
  readonly on: DayNumber;
  /** The record itself. */
  readonly record: object;
  /** Of points: the points A or `null`; and the key that holds the deprivations. */
  readonly pointsA: number | null;
  readonly countKey: "deprivationCount" | "pointsB";
}

const classLists = new WeakMap<Standard, readonly (readonly PovertyClass[])[]>();

/** The classes of each bit mask over a standard's classes. */
function classesByMask(standard: Standard): readonly (readonly PovertyClass[])[] {
  let lists = classLists.get(standard);
  if (lists === undefined) {
    lists = Array.from({ length: 1 << standard.classes.length }, (_, mask) =>
      Object.freeze(inMask(standard.classes, mask).map((rule) => rule.class)),
    );
    classLists.set(standard, lists);
  }
  return lists;
}

/**
 * The table of a decision's residence.
 *
 * @param decision - The decision.
 */
export function tableOf(decision: Decision): TileTable {
  return standardTables(decision.standard).byResidence[residenceOf(decision)];
}

/**
 * The residence of a decision as a word.
 *
 * @param decision - The decision.
 */
export function residenceOf(decision: Decision): Residence {
  return residences[decision.residence] as Residence;
}

/**
 * The income band of a household, 0 up to the first line.
 *
 * @param table - The table of its residence.
 * @param income - Its income.
 * @param annual - Whether that is the annual total of the household, rather than per person and month.
 * @param persons - How many persons it has.
 */
export function incomeBand(table: TileTable, income: ExactAmount, annual: boolean, persons: number): number {
  let band = 0;
  const { lines } = table;
  // The line itself still belongs to the band below ("từ … trở xuống"). Years are compared, and nothing is divided.
  while (band < lines.length && compareExactly(income, annual ? 1 : 12, lines[band] as number, annual ? persons : 1) > 0) band++;
  return band;
}

const fields = ["status", "class", "possible", "count", "deprived", "unknown", "missing", "because", "notHeld", "margin", "law"] as const;

/** A {@link Classification}; see there. */
export class DecidedClassification implements Classification {
  readonly #decision: Decision;
  readonly status: "determined" | "undetermined";
  readonly class: PovertyClass | null;
  readonly possible: readonly PovertyClass[];
  readonly count: readonly [least: number, most: number];

  constructor(decision: Decision, table: TileTable) {
    const { bandFrom, bandTo, least, most, standard } = decision;
    const possible = classesByMask(standard)[possibleMask(table, bandFrom, bandTo, least, most)] as readonly PovertyClass[];
    this.#decision = decision;
    this.status = possible.length === 1 ? "determined" : "undetermined";
    this.class = possible.length === 1 ? (possible[0] as PovertyClass) : null;
    this.possible = possible;
    this.count = [least, most];
  }

  /** @internal */
  static decisionOf(classification: unknown): Decision | null {
    return typeof classification === "object" && classification !== null && #decision in classification ? classification.#decision : null;
  }

  get deprived(): readonly string[] | null {
    return this.#indicators(this.#decision.deprivedMask);
  }

  get unknown(): readonly string[] | null {
    return this.#indicators(this.#decision.unknownMask);
  }

  get missing(): readonly MissingFacts[] {
    return this.status === "determined" ? [] : missingOf(this.#decision);
  }

  get because(): readonly Reason[] {
    return reasonsOf(this.#decision);
  }

  get notHeld(): readonly string[] {
    const { standard, basis } = this.#decision;
    return [
      ...standard.notHeld.filter(({ within }) => this.possible.includes(within)).map((gap) => gap.class),
      ...(basis === "facts" && this.status === "undetermined" ? standard.indicators.filter(({ deprivedWhen }) => deprivedWhen === null).map(({ id }) => id) : []),
    ];
  }

  get margin(): Margin {
    return marginOf(this.#decision);
  }

  get law(): LawReference {
    const { standard } = this.#decision;
    return { standard: standard.id, fingerprint: fingerprint(standard), version };
  }

  toJSON(): Omit<Classification, "toJSON"> {
    return Object.fromEntries(fields.map((field) => [field, this[field]])) as unknown as Omit<Classification, "toJSON">;
  }

  /** What `console.log` of Node shows: all fields, not only those already computed. */
  [Symbol.for("nodejs.util.inspect.custom")](): unknown {
    return this.toJSON();
  }

  #indicators(mask: number): readonly string[] | null {
    const { basis, standard } = this.#decision;
    return isByIndicator(basis) ? inMask(standard.indicators, mask).map(({ id }) => id) : null;
  }
}

/** Whether it is known which indicators there are, rather than how many. */
function isByIndicator(basis: Decision["basis"]): boolean {
  return basis === "facts" || basis === "deprivations";
}

/** The classes that a rectangle of a table meets, as a bit mask. */
function possibleMask(table: TileTable, bandFrom: number, bandTo: number, least: number, most: number): number {
  return table.possible[rectangleIndex(table, bandFrom, bandTo, least, most)] as number;
}

function isSeveral(mask: number): boolean {
  return (mask & (mask - 1)) !== 0;
}

/** Whether income, or the number of deprivations, could by itself still change the class. */
function openAxes({ bandFrom, bandTo, least, most }: Decision, table: TileTable): { readonly income: boolean; readonly count: boolean } {
  let [income, count] = [false, false];
  for (let number = least; number <= most; number++) income ||= isSeveral(possibleMask(table, bandFrom, bandTo, number, number));
  for (let band = bandFrom; band <= bandTo; band++) count ||= isSeveral(possibleMask(table, band, band, least, most));
  return { income, count };
}

function missingOf(decision: Decision): readonly MissingFacts[] {
  const { standard, basis, pointsA, countKey, unknownMask, record, on } = decision;
  const open = openAxes(decision, tableOf(decision));
  const missing: MissingFacts[] = [];
  if (open.income) {
    const income = ["annualIncomeVnd", "monthlyIncomePerPersonVnd"];
    // Above the line of points no points tell the classes apart: income itself is needed.
    missing.push({ indicator: "income", facts: basis === "points" ? [pointsA === null ? "pointsA" : "monthlyIncomePerPersonVnd"] : income });
  }
  if (!open.count) return missing;
  if (!isByIndicator(basis)) return [...missing, { indicator: "deprivationCount", facts: [countKey] }];
  const unknown = inMask(standard.indicators, unknownMask).map((indicator) => ({
    indicator: indicator.id,
    facts: basis === "facts" ? missingFacts(indicator, record as Household, on) : [`deprivations.${indicator.id}`],
  }));
  return [...missing, ...unknown];
}

// The part of the law behind a reason never changes, so its reason is made once and shared.
const reasons = /* @__PURE__ */ new WeakMap<object, Reason>();

/** The reason that a part of a standard (a tile, an indicator, a line of points) gives. */
function reasonOf(part: object, what: Pick<Reason, "tile" | "indicator" | "points">, citation: Citation, provenance: Provenance = citation.provenance): Reason {
  let known = reasons.get(part);
  if (known === undefined) {
    known = Object.freeze({ ...what, document: citation.document.number, provision: provisionText(citation.provision, "en"), provenance });
    reasons.set(part, known);
  }
  return known;
}

/**
 * The tiles that a decision's rectangle meets, with their classes, poorest class first.
 *
 * @param decision - The decision.
 */
export function tilesMet(decision: Decision): readonly { readonly rule: ClassRule; readonly tile: Tile; readonly citation: Citation; readonly provenance: Provenance }[] {
  const { classAt, tileAt, indicators } = tableOf(decision);
  const met = new Set<string>();
  for (let band = decision.bandFrom; band <= decision.bandTo; band++)
    for (let count = decision.least; count <= decision.most; count++) {
      const place = band * (indicators + 1) + count;
      met.add(`${classAt[place]} ${tileAt[place]}`);
    }
  return decision.standard.classes.flatMap((rule, classIndex) =>
    rule.tiles
      .filter((_, tileIndex) => met.has(`${classIndex} ${tileIndex}`))
      .map((tile) => {
        const citation = tile.citation ?? rule.citation;
        return { rule, tile, citation, provenance: weakestProvenance([citation, ...linesOf(tile).map((line) => line.citation)].map(({ provenance }) => provenance)) };
      }),
  );
}

/** What a reason names of a tile, and of its lines; not their citations. */
const namedOfTile = ["class", "residence", "incomeOver", "incomeUpTo", "deprivationsFrom", "deprivationsTo", "amount", "per"];

function tileReason(name: PovertyClass, tile: Tile): TileReason {
  return JSON.parse(JSON.stringify({ ...tile, class: name }, namedOfTile)) as TileReason;
}

function reasonsOf(decision: Decision): readonly Reason[] {
  const { standard, basis, pointsA, deprivedMask } = decision;
  const { points, indicators } = standard;
  const met = tilesMet(decision);
  const found = met.map(({ rule, tile, citation, provenance }) => reasonOf(tile, { tile: tileReason(rule.class, tile) }, citation, provenance));
  const line = basis === "points" && pointsA !== null ? points?.lines.find(({ residence }) => residence === residenceOf(decision)) : undefined;
  if (points !== null && line !== undefined) found.push(reasonOf(line, { points: { residence: line.residence, pointsUpTo: line.pointsUpTo } }, points.citation));
  // Indicators are a reason only where their number counts: not above the lines.
  const numberCounts = met.some(({ tile }) => tile.deprivationsFrom !== undefined || tile.deprivationsTo !== undefined);
  if (!numberCounts || !isByIndicator(basis)) return found;
  return [...found, ...inMask(indicators, deprivedMask).map((indicator) => reasonOf(indicator, { indicator: indicator.id }, indicator.citation))];
}

function marginOf(decision: Decision): Margin {
  const { standard, income, annual, persons, bandFrom, bandTo, least, most } = decision;
  const table = tableOf(decision);
  const lists = classesByMask(standard);
  const here = possibleMask(table, bandFrom, bandTo, least, most);
  const margin: { -readonly [Axis in keyof Margin]: Margin[Axis] } = { income: null, indicators: null };
  if (isSeveral(here)) return margin;
  for (const step of [-1, 1]) {
    // The nearest band below or above that is of another class, or none: beyond the last band there is no line.
    let band = step < 0 ? bandFrom : bandTo;
    while (possibleMask(table, band, band, least, most) === here) band += step;
    const line = table.statedLines[step < 0 ? band : band - 1];
    if (income === null || line === undefined) continue;
    const shared = annual ? persons : 1;
    const vnd = wholeDistance(income, annual ? 1 : 12, annualVnd(line), shared, 12 * shared);
    const { amount, per } = line;
    if (margin.income === null || Math.abs(vnd) < Math.abs(margin.income.vnd))
      margin.income = { vnd, line: { amount, per }, then: lists[possibleMask(table, band, band, least, most)] as readonly PovertyClass[] };
  }
  for (let step = 1; step <= table.indicators; step++)
    for (const change of [step, -step]) {
      const count = change + (change > 0 ? most : least);
      if (count < 0 || count > table.indicators || margin.indicators !== null) continue;
      const beyond = possibleMask(table, bandFrom, bandTo, count, count);
      if (beyond !== here) margin.indicators = { change, then: lists[beyond] as readonly PovertyClass[] };
    }
  return margin;
}
