export { householdSchema, type HouseholdInput, type MemberInput } from "./schema/household-schema.js";
export { recordedDeprivationsSchema, type RecordedDeprivationsInput, type RecordedFlags } from "./schema/recorded-deprivations-schema.js";
export { recordedPointsSchema, type RecordedPointsInput } from "./schema/recorded-points-schema.js";
export { areaSchema, type AreaInput } from "./schema/area-schema.js";
export { recognitionsLineSchema, recognitionsSchema, type RecognitionInput, type RecognitionsLineInput } from "./schema/recognitions-schema.js";
export { standardSchema } from "./schema/standard-schema.js";
export { classifiedHouseholdSchema, type ClassifiedHouseholdInput } from "./schema/classified-household-schema.js";
export { jsonSchemas, type JsonSchemaName } from "./schema/json-schemas.js";
export { residentsSchema, type ResidentsInput } from "./schema/residents-schema.js";
