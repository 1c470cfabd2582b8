/** Short names of the classes, for places where the full ones do not fit: each line of the Vietnamese one by itself. */
export const classNames = {
  poor: { vi: ["Hộ nghèo"], en: "poor", mark: "poor" },
  "near-poor": { vi: ["Hộ cận nghèo"], en: "near-poor", mark: "near" },
  "average-living-standard": { vi: ["Mức sống", "trung bình"], en: "average", mark: "average" },
  "not-poor": { vi: ["Không", "nghèo"], en: "not poor", mark: "above" },
};
