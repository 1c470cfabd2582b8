export { isPovertyStandardError, PovertyStandardError, type ErrorCode, type ErrorWord } from "./core/errors.js";
export type { Day } from "./core/plain-date.js";
export { percentText, printedPercent, type Ratio } from "./core/ratio.js";
export type { Locale, LocalizedText } from "./core/text.js";
export { version } from "./core/version.js";
export { cite, provisionText, type Citation, type LegalDocument, type Provenance, type Provision, type Verification } from "./law/citation.js";
export {
  age, all, any, atLeastOf, bornOnOrAfter, compared, fact, noMember, not, oneOf, perMember, shareOfMembers, someMember,
  type Comparison, type Expression,
} from "./law/expression.js";
export {
  householdFacts, memberFacts, type BirthFact, type BooleanFact, type EnumFact, type Fact, type FactCatalogue, type FactName, type FactNameOfType, type FactValue, type HouseholdFactName,
  type MemberFactName, type NumberFact, type RecordedHouseholdFacts, type RecordedMemberFacts,
} from "./law/facts.js";
export { fingerprint } from "./law/fingerprint.js";
export { standardById, standardInForce, standards } from "./law/registry.js";
export {
  classLabels, defineStandard, povertyClasses, type ClassRule, type Dimension, type Indicator, type NotHeldClass, type Period, type PointsLine,
  type PointsRoute, type PovertyClass, type Standard,
} from "./law/standard.js";
export type { IncomeLine, Residence, Tile } from "./law/tiling.js";
export { newlyEscapedDefinitions, type NewlyEscapedDefinition, type NewlyEscapedDefinitionId } from "./law/vietnam/newly-escaped-definitions.js";
export { agreesWith } from "./household/agreement.js";
export { assess, type Assessment, type IndicatorVerdict, type Verdict } from "./household/assess.js";
export type { Classification, LawReference, Margin, MissingFacts, Reason, StatedLine, TileReason } from "./household/classification.js";
export { classify, type ClassifyOptions } from "./household/classify.js";
export { classifyDeprivations } from "./household/classify-deprivations.js";
export { classifyPoints } from "./household/classify-points.js";
export type { EvidenceFact } from "./household/evidence.js";
export { explain } from "./household/explain.js";
export type {
  CarriedKeys, DeprivationCount, Household, IncomeVnd, Member, RecordedDeprivations, RecordedIncome, RecordedPoints,
} from "./household/types.js";
export { newlyEscaped, type DefinitionReference, type NewlyEscaped, type NewlyEscapedOptions, type NewlyEscapedReason } from "./history/newly-escaped.js";
export type { Recognition } from "./history/recognition.js";
export { supportGroups, type SupportGroup, type SupportGroupName } from "./history/support-groups.js";
export { areaRates } from "./area/area-rates.js";
export type { AreaProblem, AreaRates, HouseholdCounts, PersonCounts, RateName, RateRange } from "./area/area-row.js";
export type { AreaRatesOptions } from "./area/area-tally.js";
export { areaTree, type Area, type AreaTree } from "./area/area-tree.js";
export type { CountedHousehold } from "./area/counted-household.js";
export type { AreaResidents } from "./area/residents.js";
