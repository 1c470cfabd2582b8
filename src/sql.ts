export { isPovertyStandardError, PovertyStandardError, type ErrorCode, type ErrorWord } from "./core/errors.js";
export { toSql, type HouseholdColumn, type MemberColumn, type ToSqlOptions } from "./sql/to-sql.js";
export type { SqlDialect, TableName } from "./sql/dialect.js";
export type { ColumnNames } from "./sql/source-tables.js";
export { deprivationsSql, type DeprivationsSqlOptions, type RecordedColumn } from "./sql/deprivations-sql.js";
export { areaRatesSql, type AreaColumn, type AreaRatesSqlOptions, type ClassifiedColumn, type ResidentsColumn } from "./sql/area-rates-sql.js";
