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
export type { EntryOptions } from "./history/entry.js";
export { movementColumns, type MovementCode, type MovementColumn, type MovementColumnNumber, type MovementForm } from "./history/movement-columns.js";
export { movement, type Movement, type MovementInForm, type MovementOptions, type MovementReference } from "./history/movement.js";
export type { MovementReason } from "./history/movement-reason.js";
export type { AreaMovements, CountRange, MovementLine, MovementTable } from "./history/movement-row.js";
export { MovementTally, type MovingHousehold, type TabulateMovementsOptions } from "./history/movement-tally.js";
export { newlyEscaped, type DefinitionReference, type NewlyEscaped, type NewlyEscapedOptions, type NewlyEscapedReason } from "./history/newly-escaped.js";
export { panel, Panel, type PanelHousehold, type PanelMovement, type PanelOptions, type PanelRecord, type PanelTables } from "./history/panel.js";
export type { PanelReview, ReviewPeriod } from "./history/panel-review.js";
export type { Recognition } from "./history/recognition.js";
export type { ReviewRecord } from "./history/review-record.js";
export { rollUpMovements, type AreasWithParts } from "./history/roll-up-movements.js";
export { supportGroups, type SupportGroup, type SupportGroupName } from "./history/support-groups.js";
export { tabulateMovements } from "./history/tabulate-movements.js";
export { areaNameMatches, type AreaNameMatch } from "./area/area-name-matches.js";
export { areaRates } from "./area/area-rates.js";
export type { AreaProblem, AreaRates, HouseholdCounts, PersonCounts, RateName, RateRange } from "./area/area-row.js";
export type { AreaRatesOptions } from "./area/area-tally.js";
export type { RedrawOptions } from "./area/area-succession.js";
export { areaTree, type Area, type AreaTree } from "./area/area-tree.js";
export type { CountedHousehold } from "./area/counted-household.js";
export { crosswalk, type AreaChange, type Crosswalk, type Redrawing } from "./area/crosswalk.js";
export { printedAreaRates, type PrintedAreaRates, type PrintedRange } from "./area/printed-area-rates.js";
export { redraw, type NewMapData, type OldMapData } from "./area/redraw.js";
export type { IncompleteArea, LocatedRow, RedrawnCounts } from "./area/redrawn-counts.js";
export type { AreaResidents } from "./area/residents.js";
