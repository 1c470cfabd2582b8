export { householdSchema, type HouseholdInput, type MemberInput } from "./schema/household-schema.js";
export { recordedDeprivationsSchema, type RecordedDeprivationsInput, type RecordedFlags } from "./schema/recorded-deprivations-schema.js";
export { recordedPointsSchema, type RecordedPointsInput } from "./schema/recorded-points-schema.js";
