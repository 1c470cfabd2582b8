import { bilingual } from "../../core/text.js";
import type { Dimension } from "../standard.js";

/** The dimensions that national standards since 2016 use. */
export const dimensions = {
  employment: { id: "employment", label: bilingual("việc làm", "employment") },
  health: { id: "health", label: bilingual("y tế", "health") },
  education: { id: "education", label: bilingual("giáo dục", "education") },
  housing: { id: "housing", label: bilingual("nhà ở", "housing") },
  water: { id: "waterAndSanitation", label: bilingual("nước sinh hoạt và vệ sinh", "water and sanitation") },
  information: { id: "information", label: bilingual("thông tin", "information") },
} as const satisfies Readonly<Record<string, Dimension>>;

/** Lower secondary schooling or above. */
export const lowerSecondaryUp = ["lower-secondary", "upper-secondary", "vocational", "higher"] as const;
/** Upper secondary schooling, vocational training or above. */
export const upperSecondaryUp = ["upper-secondary", "vocational", "higher"] as const;
/** Water sources that count as clean. */
export const cleanWater = ["tap", "drilled-well", "protected-dug-well", "protected-spring", "rainwater", "bottled"] as const;
/** Toilets that count as sanitary. */
export const sanitaryToilets = ["septic", "semi-septic", "pour-flush", "improved-ventilated-pit", "double-vault", "pit-with-slab"] as const;
