import type { Dimension } from "../standard.js";

/** The dimensions that national standards since 2016 use. */
export const dimensions = {
  employment: { id: "employment", label: { vi: "việc làm", en: "employment" } },
  health: { id: "health", label: { vi: "y tế", en: "health" } },
  education: { id: "education", label: { vi: "giáo dục", en: "education" } },
  housing: { id: "housing", label: { vi: "nhà ở", en: "housing" } },
  water: { id: "waterAndSanitation", label: { vi: "nước sinh hoạt và vệ sinh", en: "water and sanitation" } },
  information: { id: "information", label: { vi: "thông tin", en: "information" } },
} as const satisfies Readonly<Record<string, Dimension>>;

/** Lower secondary schooling or above. */
export const lowerSecondaryUp = ["lower-secondary", "upper-secondary", "vocational", "higher"] as const;
/** Upper secondary schooling, vocational training or above. */
export const upperSecondaryUp = ["upper-secondary", "vocational", "higher"] as const;
/** Water sources that count as clean. */
export const cleanWater = ["tap", "drilled-well", "protected-dug-well", "protected-spring", "rainwater", "bottled"] as const;
/** Toilets that count as sanitary. */
export const sanitaryToilets = ["septic", "semi-septic", "pour-flush", "improved-ventilated-pit", "double-vault", "pit-with-slab"] as const;
