import { checkedList, unexpected } from "../core/checked-record.js";
import type { Area } from "./area-tree.js";

/** What was found for a name. */
export interface AreaNameMatch {
  /** The name as it was given. */
  readonly name: string;
  /** One area has this name, several have, or none has. */
  readonly match: "matched" | "ambiguous" | "unmatched";
  /** Codes of the areas, in their order. */
  readonly codes: readonly string[];
}

/** A name as it is compared. */
interface Folded {
  /** What kind of area its first words say, if they do. */
  readonly kind: string | null;
  /** The rest with its marks, the tone of each syllable last. */
  readonly marked: string;
  /** The rest without any mark. */
  readonly plain: string;
}

/**
 * Proposes the areas that names most likely mean. It joins nothing: areas are joined by code, and a person looks first.
 *
 * Passed over are case, spaces, hyphens and apostrophes, the form of Unicode, where a tone mark stands (Hòa, Hoà) and
 * the words before a name (TP., Thành phố, Tỉnh, Huyện, Xã …) unless two names say different ones. Where no name is the
 * same with its marks, they are compared without (Đăk, Đắk, Dak). A name that changed is not found: Huế is not Thừa
 * Thiên Huế. Give the areas of one level, and of one province where communes are meant, since many share a name.
 *
 * @param names - The names.
 * @param areas - The areas.
 * @returns What was found, a row for each name in its order.
 * @throws {@link PovertyStandardError} `invalid-input` with a path like `names[2]`.
 *
 * @example
 * ```ts
 * const areas = [{ code: "17", name: "Tỉnh Hòa Bình" }, { code: "66", name: "Đắk Lắk" }, { code: "46", name: "Huế" }];
 * areaNameMatches(["Hoà Bình", "DAK LAK"], areas).map(({ codes }) => codes); // => [["17"], ["66"]]
 * areaNameMatches(["Thừa Thiên Huế"], areas); // => [{ name: "Thừa Thiên Huế", match: "unmatched", codes: [] }]
 * ```
 */
export function areaNameMatches(names: readonly string[], areas: readonly Pick<Area, "code" | "name">[]): readonly AreaNameMatch[] {
  const byPlain = new Map<string, Candidate[]>();
  checkedList(areas, "areas", (area) => {
    const { code, name } = (area ?? {}) as Partial<Area>;
    if (typeof code !== "string") throw unexpected("code", "expected a code as text", code);
    if (typeof name !== "string") throw unexpected("name", "expected text", name);
    for (const each of readings(name)) byPlain.set(each.plain, [...(byPlain.get(each.plain) ?? []), { ...each, code }]);
  });
  return checkedList(names, "names", (name) => {
    if (typeof name !== "string") throw unexpected(null, "expected text", name);
    const codes = likely(readings(name), byPlain);
    return { name, match: codes.length === 1 ? "matched" : codes.length > 1 ? "ambiguous" : "unmatched", codes };
  });
}

/** An area by one reading of its name. */
interface Candidate extends Folded {
  readonly code: string;
}

/** From the strictest comparison to the loosest; the first that finds an area decides. */
const comparisons: readonly ((a: Folded, b: Folded) => boolean)[] = [
  (a, b) => a.kind === b.kind && a.marked === b.marked,
  (a, b) => a.marked === b.marked,
  (a, b) => a.kind === b.kind,
  () => true,
];

function likely(wanted: readonly Folded[], byPlain: ReadonlyMap<string, readonly Candidate[]>): readonly string[] {
  for (const isSame of comparisons) {
    const found = wanted.flatMap((name) =>
      (byPlain.get(name.plain) ?? []).filter((area) => (name.kind === null || area.kind === null || name.kind === area.kind) && isSame(name, area)),
    );
    if (found.length > 0) return [...new Set(found.map(({ code }) => code))];
  }
  return [];
}

/** The words that say what kind of area follows, and how they are shortened. */
const kinds = /^(?:(tỉnh|huyện|quận|xã|phường|thành phố|thị xã|thị trấn|đặc khu) |(tp|tx|tt)(?:\. ?| )|([hqxp])\. ?)(?=.)/;
const shortened: Readonly<Record<string, string>> = {
  tp: "thành phố", tx: "thị xã", tt: "thị trấn", h: "huyện", q: "quận", x: "xã", p: "phường",
};
/** The same words typed without marks; "Tinh Gia" is Tĩnh Gia or a province named Gia, so both readings count. */
const plainKinds = /^(tinh|huyen|quan|xa|phuong|thanh pho|thi xa|thi tran|dac khu) (?=.)/;
const written: Readonly<Record<string, string>> = {
  tinh: "tỉnh", huyen: "huyện", quan: "quận", xa: "xã", phuong: "phường", "thanh pho": "thành phố", "thi xa": "thị xã", "thi tran": "thị trấn",
  "dac khu": "đặc khu",
};

/** One way to read a name, or two. */
function readings(name: string): readonly Folded[] {
  const text = name.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  const [prefix = "", word, short = "", letter = ""] = kinds.exec(text) ?? [];
  const first = folded(text.slice(prefix.length), prefix === "" ? null : (word ?? shortened[short || letter] ?? null));
  const [plainPrefix = "", plainWord = ""] = plainKinds.exec(text) ?? [];
  return plainPrefix === "" ? [first] : [first, folded(text.slice(plainPrefix.length), written[plainWord] ?? null)];
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

function folded(text: string, kind: string | null): Folded {
  const apart = text.normalize("NFD").replace(/['’‘ʼ`´]/g, "").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
  const syllables = apart.split(" ").map((syllable) => syllable.replace(/^0+(?=\d)/, ""));
  return {
    kind,
    marked: syllables.map((syllable) => syllable.replace(tones, "") + (syllable.match(tones) ?? []).join("")).join(" "),
    // đ is a letter of its own, which no form of Unicode takes apart.
    plain: syllables.join(" ").replace(/\p{M}/gu, "").replaceAll("đ", "d"),
  };
}
