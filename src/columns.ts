export { isPovertyStandardError, PovertyStandardError, type ErrorCode, type ErrorWord } from "./core/errors.js";
export { addedCounts } from "./columns/added-counts.js";
export type { AreaCounts, CountBounds, GroupCounts } from "./columns/area-counts.js";
export { classCodes, classOfCode, possibleOfCode } from "./columns/class-code.js";
export { classifyColumns, type ClassifyColumnsOptions, type HouseholdColumns } from "./columns/classify-columns.js";
export type { Column, NullableColumn, WholeNumbers } from "./columns/column.js";
export { countByArea, type CodeColumns, type CountByAreaOptions } from "./columns/count-by-area.js";
