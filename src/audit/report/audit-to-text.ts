import { groupedNumber } from "../../core/text.js";
import type { AuditBetween, AuditedTable, ReportLocale } from "./audited-table.js";
import type { Finding } from "../claims.js";
import { andMore, reportWords, severityWords, verdictWords } from "./report-words.js";
import { likelihoods, writtenInterval } from "./written.js";

/** So many repairs are written; how many more there are is told. */
const mostRepairs = 3;

/**
 * What was found of a table, for a person at a terminal.
 *
 * Signs that would move the cursor or turn the reading direction are replaced, whatever the table holds.
 *
 * @param table - The table with what was found.
 * @param options - The language.
 * @returns Lines without a break at the end.
 *
 * @example
 * ```ts
 * const claims = {
 *   id: "VN-2014",
 *   values: { poor: 1_442_261, poor_minority: 663_563 },
 *   shares: [{ part: "poor_minority", whole: "poor", printed: "46.66" }],
 * };
 * const text = auditToText({ claims, audit: auditClaims(claims), repairs: null }, { locale: "en" });
 * text.split("\n")[0]; // => "VN-2014: INCONSISTENT"
 * text.split("\n")[1]; // => "  error: poor_minority (663,563) is 46.01% of poor (1,442,261), not 46.66% as printed."
 * ```
 */
export function auditToText({ claims, audit, repairs, problems = [] }: AuditedTable, { locale }: ReportLocale): string {
  const { id, area, level, period } = claims;
  const about = [id, area, level, period].filter((each) => each !== null && each !== undefined && each !== "").map((each) => shown(String(each)));
  const lines = [`${about.length === 0 ? reportWords.table[locale] : about.join(" · ")}: ${verdictWords[audit.verdict][locale].toUpperCase()}`];
  const add = (label: string, text: string): void => {
    lines.push(`  ${label.toLowerCase()}: ${shown(text)}`);
  };
  lines.push(...findingLines(audit.findings, locale));
  for (const [name, interval] of Object.entries(audit.implied)) {
    add((audit.approximate ? reportWords.impliedNear : reportWords.implied)[locale], `${name} ${writtenInterval(interval, locale)}`);
  }
  if (repairs !== null && audit.verdict === "inconsistent") lines.push(...repairLines(repairs, locale));
  if (audit.unchecked.length > 0) add(reportWords.unchecked[locale], audit.unchecked.join(", "));
  for (const problem of problems) add(reportWords.notRead[locale], problem[locale]);
  const { expect } = claims;
  if (expect !== null && expect !== undefined && expect !== audit.verdict) {
    add(reportWords.expected[locale], `${verdictWords[expect][locale].toLowerCase()}, ${reportWords.differs[locale]}`);
  }
  return lines.join("\n");
}

/**
 * What was found between tables, for a person at a terminal; written after the tables.
 *
 * @param between - What was found.
 * @param options - The language.
 */
export function betweenToText({ verdict, findings }: AuditBetween, { locale }: ReportLocale): string {
  return [`${reportWords.between[locale]}: ${verdictWords[verdict][locale].toUpperCase()}`, ...findingLines(findings, locale)].join("\n");
}

function findingLines(findings: readonly Finding[], locale: ReportLocale["locale"]): readonly string[] {
  return findings.map((finding) => `  ${severityWords[finding.severity][locale].toLowerCase()}: ${shown(finding[locale])}`);
}

function repairLines({ repairs, stopped }: NonNullable<AuditedTable["repairs"]>, locale: ReportLocale["locale"]): readonly string[] {
  const first = repairs.slice(0, mostRepairs);
  const chances = likelihoods(repairs.map(({ weight }) => weight));
  const more = repairs.length - first.length;
  return [
    `  ${reportWords.repairs[locale].toLowerCase()}: ${repairs.length === 0 ? reportWords.noRepair[locale].toLowerCase() : groupedNumber(repairs.length, locale)}`,
    ...first.map(({ explains }, index) => `    ${(chances[index] ?? "").padStart(3)}  ${shown(explains[locale])}`),
    ...(more > 0 ? [`         ${andMore(groupedNumber(more, locale))[locale]}`] : []),
    ...(stopped ? [`    ${reportWords.stopped[locale]}`] : []),
  ];
}

/** Control characters, and those that turn the reading direction, as the sign for what cannot be shown. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}
