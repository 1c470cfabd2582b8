import { escapedHtml, pageEnd, pageStart } from "../../core/html.js";
import { groupedNumber, type Locale } from "../../core/text.js";
import type { Audit } from "../audit-claims.js";
import type { AuditVerdict, Finding } from "../claims.js";
import type { FormProblem } from "../forms/form-problem.js";
import type { Repair, Repairs } from "../repair/repair.js";
import { auditStyle, auditStyleHash } from "./audit-style.js";
import type { AuditBetween, AuditedTable, ReportLocale } from "./audited-table.js";
import { claimRows, type ClaimRow, type ClaimRows } from "./claim-rows.js";
import { intervalPicture } from "./interval-picture.js";
import { pageWords, reportWords, severityWords, verdictWords } from "./report-words.js";
import { wantedTotals } from "./wanted-totals.js";
import { likelihoods } from "./written.js";

/** How a report is written as a page. */
export interface AuditPageOptions extends ReportLocale {
  /** A line under the title, for example the place and the year. */
  readonly subtitle?: string | undefined;
  /** What was found between the tables, in the same order; nothing where they were not compared. */
  readonly between?: AuditBetween | undefined;
}

/** So many repairs are shown at once; the others are a click away. */
const firstRepairs = 5;
/** So many terms of a sum likewise. */
const firstTerms = 8;

/**
 * What was found of some tables, as a page of HTML for reading, sending and printing on A4.
 *
 * Every claim is a row, every finding stands at its row, and each total without value has a picture of what its shares
 * want. The page needs no other file, runs no script, and its policy allows nothing but its own style. Every text of the
 * data is escaped; a source becomes a link only where it is an address of the web.
 *
 * @param tables - The tables with what was found, in the order of the page.
 * @param options - The language, and a line under the title.
 *
 * @example
 * ```ts
 * const claims = { id: "<script>", values: { poor: 377, near: 549 }, shares: [{ part: "poor", whole: "all", printed: "1.22" }] };
 * const html = auditToHtml([{ claims, audit: auditClaims(claims), repairs: null }], { locale: "en" });
 * [html.includes("<script"), html.includes("&lt;script&gt;"), html.includes("from 30,776 to 31,028")]; // => [false, true, true]
 * ```
 */
export function auditToHtml(tables: readonly AuditedTable[], { locale, subtitle = "", between }: AuditPageOptions): string {
  const named = tables.map((table, index) => ({ table, key: `t${index + 1}`, name: tableName(table, index, locale) }));
  return `${pageStart({ language: locale, title: reportWords.title[locale], style: auditStyle, styleHash: auditStyleHash })}<header>
<h1>${reportWords.title[locale]}</h1>
${subtitle === "" ? "" : `<p class="subtitle">${escapedHtml(subtitle)}</p>\n`}${tables.length === 1 ? "" : overview(named, locale)}</header>
${between === undefined ? "" : betweenSection(between, named, locale)}${named.map((each, index) => article(each, between?.findings.flatMap(({ tables: places }, found) => (places.includes(index) ? [found + 1] : [])) ?? [], locale)).join("")}${pageEnd}`;
}

/** A table with its place on the page. */
interface NamedTable {
  readonly table: AuditedTable;
  /** Begins every id of the table. */
  readonly key: string;
  readonly name: string;
}

function tableName({ claims: { id, area, period } }: AuditedTable, index: number, locale: Locale): string {
  const parts = [id, area, period].filter((part) => part !== null && part !== undefined && part !== "").map(String);
  return parts.length === 0 ? `${reportWords.table[locale]} ${index + 1}` : parts.join(" · ");
}

function badge(verdict: AuditVerdict, text: string): string {
  const sign = { consistent: "✓", inconsistent: "✗", "not-checkable": "?" }[verdict];
  return `<span class="verdict ${verdict}"><span aria-hidden="true">${sign} </span>${text}</span>`;
}

// ------------------------------------------------------------------------------------------------ all tables

function overview(named: readonly NamedTable[], locale: Locale): string {
  const verdicts: readonly AuditVerdict[] = ["inconsistent", "consistent", "not-checkable"];
  const counts = verdicts.map((verdict) => {
    const count = named.filter(({ table }) => table.audit.verdict === verdict).length;
    return `<li>${badge(verdict, `${verdictWords[verdict][locale]}: ${groupedNumber(count, locale)}`)}</li>`;
  });
  const wrong = named.filter(({ table }) => table.audit.verdict === "inconsistent");
  const links = wrong.map(({ key, name }) => `<li><a href="#${key}">${escapedHtml(name)}</a></li>`).join("\n");
  return `<ul class="counts">
${counts.join("\n")}
</ul>
<nav aria-label="${reportWords.allTables[locale]}">
${wrong.length === 0 ? "" : `<h2>${verdictWords.inconsistent[locale]}</h2>\n<ul>\n${links}\n</ul>\n`}<details>
<summary>${reportWords.allTables[locale]} (${groupedNumber(named.length, locale)})</summary>
<table>
<caption class="said">${reportWords.allTables[locale]}</caption>
<thead><tr><th scope="col">${reportWords.table[locale]}</th><th scope="col">${reportWords.verdict[locale]}</th></tr></thead>
<tbody>
${named.map(({ table, key, name }) => `<tr><th scope="row"><a href="#${key}">${escapedHtml(name)}</a></th><td>${badge(table.audit.verdict, verdictWords[table.audit.verdict][locale])}</td></tr>`).join("\n")}
</tbody>
</table>
</details>
</nav>
`;
}

// ------------------------------------------------------------------------------------------------ between tables

function betweenSection({ verdict, findings }: AuditBetween, named: readonly NamedTable[], locale: Locale): string {
  const items = findings.map((finding, index) => {
    const links = finding.tables.flatMap((place) => (named[place] === undefined ? [] : [`<a href="#${named[place].key}">${escapedHtml(named[place].name)}</a>`]));
    return `<li class="finding ${finding.severity}" id="b${index + 1}"><strong>${severityWords[finding.severity][locale]} [B${index + 1}]:</strong> ${escapedHtml(finding[locale])} <span class="soft">${pageWords.see[locale]} ${links.join("; ")}</span></li>`;
  });
  return `<section class="between" aria-labelledby="between">
<header><h2 id="between">${reportWords.between[locale]}</h2><p>${pageWords.together[locale]}: ${badge(verdict, verdictWords[verdict][locale])}</p></header>
${items.length === 0 ? `<p>${pageWords.nothingBetween[locale]}</p>` : `<ul>\n${items.join("\n")}\n</ul>`}
</section>
`;
}

// ------------------------------------------------------------------------------------------------ one table

function article({ table, key, name }: NamedTable, elsewhere: readonly number[], locale: Locale): string {
  const { claims, audit, repairs, problems = [] } = table;
  const groups = claimRows(claims, audit.unchecked, locale);
  const found = numberedFindings(audit, groups);
  return `<article id="${key}" aria-labelledby="${key}-name">
<header><h2 id="${key}-name">${escapedHtml(name)}</h2>${badge(audit.verdict, verdictWords[audit.verdict][locale])}</header>
${about(table, locale)}${elsewhere.length === 0 ? "" : `<p>${reportWords.between[locale]}: ${elsewhere.map((number) => `<a href="#b${number}">[B${number}]</a>`).join(" ")}</p>\n`}${found.filter(({ at }) => at === null).map((each) => findingText(each, key, locale)).join("")}${groups.length === 0 ? "" : claimsTable(groups, found, key, locale)}${pictures(table, key, locale)}${repairs === null || audit.verdict !== "inconsistent" ? "" : repairList(repairs, locale)}${problemList(problems, locale)}</article>
`;
}

function problemList(problems: readonly FormProblem[], locale: Locale): string {
  if (problems.length === 0) return "";
  const items = problems.map((problem) => `<li>${escapedHtml(problem[locale])}</li>`);
  const list = `<ul>\n${items.join("\n")}\n</ul>\n`;
  return `<h3>${reportWords.notRead[locale]}</h3>\n${items.length <= firstTerms ? list : `<details>\n<summary>${groupedNumber(items.length, locale)}</summary>\n${list}</details>\n`}`;
}

function about({ claims: { level, source, expect }, audit: { verdict } }: AuditedTable, locale: Locale): string {
  const lines = [
    isText(level) ? `${pageWords.level[locale]}: ${escapedHtml(level)}` : "",
    isText(source) ? `${reportWords.source[locale]}: ${linked(source)}` : "",
    expect === null || expect === undefined || expect === verdict ? "" : `${reportWords.expected[locale]}: ${verdictWords[expect][locale].toLowerCase()}, ${reportWords.differs[locale]}.`,
  ];
  return lines.filter((line) => line !== "").map((line) => `<p class="soft">${line}</p>\n`).join("");
}

function isText(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && value !== "";
}

/** An address of the web without signs that belong into none; everything else is text, `javascript:` above all. */
const webAddress = /^https?:\/\/[^\s<>"'`\\{}|^\p{Cc}]+$/iu;

function linked(source: string): string {
  const shown = escapedHtml(source);
  return webAddress.test(source) ? `<a href="${shown}" rel="noreferrer">${shown}</a>` : shown;
}

// ------------------------------------------------------------------------------------------------ findings

/** A finding with its number and the row at which it stands. */
interface NumberedFinding {
  readonly finding: Finding;
  /** From 1, in the order of the audit. */
  readonly number: number;
  /** Path of the first of its claims that is a row; `null` where none is. */
  readonly at: string | null;
}

function numberedFindings({ findings }: Audit, groups: readonly ClaimRows[]): readonly NumberedFinding[] {
  const paths = new Set(groups.flatMap(({ rows }) => rows.map(({ path }) => path)));
  return findings.map((finding, index) => ({ finding, number: index + 1, at: finding.claims.find((path) => paths.has(path)) ?? null }));
}

function findingText({ finding, number }: NumberedFinding, key: string, locale: Locale): string {
  return `<p class="finding ${finding.severity}" id="${key}-f${number}"><strong>${severityWords[finding.severity][locale]} [${number}]:</strong> ${escapedHtml(finding[locale])}</p>\n`;
}

// ------------------------------------------------------------------------------------------------ claims

const columnClasses = ["", ' class="num"', ' class="num"', ' class="state"'];

function claimsTable(groups: readonly ClaimRows[], found: readonly NumberedFinding[], key: string, locale: Locale): string {
  const words = [pageWords.claim, pageWords.printed, pageWords.computed, pageWords.check];
  const head = words.map((word, column) => `<th scope="col"${columnClasses[column] ?? ""}>${word[locale]}</th>`).join("");
  const marks = new Map<string, NumberedFinding[]>();
  for (const each of found) for (const path of new Set(each.finding.claims)) marks.set(path, [...(marks.get(path) ?? []), each]);
  const bodies = groups.map(({ kind, rows }) => {
    const lines = rows.map((row) => claimRow(row, kind, marks.get(row.path) ?? [], key, locale));
    return `<tbody>\n<tr class="group"><th scope="rowgroup" colspan="4">${pageWords[kind][locale]}</th></tr>\n${lines.join("\n")}\n</tbody>`;
  });
  return `<table>
<caption>${pageWords.caption[locale]}</caption>
<thead><tr>${head}</tr></thead>
${bodies.join("\n")}
</table>
`;
}

function claimRow(row: ClaimRow, kind: ClaimRows["kind"], marks: readonly NumberedFinding[], key: string, locale: Locale): string {
  const here = marks.filter(({ at }) => at === row.path);
  const isWrong = row.holds === false;
  const links = marks.map(({ number }) => ` <a href="#${key}-f${number}">[${number}]</a>`).join("");
  const cells = `<th scope="row">${escapedHtml(row.claim)}${termList(row.terms, locale)}</th><td class="num printed">${row.printed}</td><td class="num">${row.computed}</td><td class="state">${state(row.holds, kind, locale)}${links}</td>`;
  const classes = [isWrong ? "wrong" : "", here.length > 0 ? "has" : ""].filter((name) => name !== "").join(" ");
  const line = `<tr${classes === "" ? "" : ` class="${classes}"`}>${cells}</tr>`;
  if (here.length === 0) return line;
  return `${line}\n<tr class="found"><td colspan="4">\n${here.map((each) => findingText(each, key, locale)).join("")}</td></tr>`;
}

function state(holds: ClaimRow["holds"], kind: ClaimRows["kind"], locale: Locale): string {
  if (holds === null) return `<span class="idle">${pageWords.notChecked[locale]}</span>`;
  // Of a count nothing is known by itself but that a check has used it.
  if (kind === "values") return "";
  return holds ? `✓ ${pageWords.fits[locale]}` : `✗ ${pageWords.wrong[locale]}`;
}

function termList(terms: readonly string[], locale: Locale): string {
  const text = (some: readonly string[]): string => escapedHtml(some.join(" "));
  if (terms.length === 0) return "";
  if (terms.length <= firstTerms) return ` ${text(terms)}`;
  return ` ${text(terms.slice(0, 2))} … <details><summary>${groupedNumber(terms.length, locale)} ${pageWords.terms[locale]}</summary>${text(terms)}</details>`;
}

// ------------------------------------------------------------------------------------------------ totals, repairs

function pictures({ claims, audit }: AuditedTable, key: string, locale: Locale): string {
  // Rounded counts need not fit: of them only what does is shown.
  const totals = wantedTotals(claims).filter(({ common }) => common !== null || !audit.approximate);
  if (totals.length === 0) return "";
  const heading = (audit.approximate ? reportWords.impliedNear : reportWords.implied)[locale];
  return `<h3>${heading}</h3>\n${totals.map((total, index) => intervalPicture(total, `${key}-p${index + 1}`, locale)).join("")}`;
}

function repairList({ repairs, stopped }: Repairs, locale: Locale): string {
  const chances = likelihoods(repairs.map(({ weight }) => weight));
  const items = (from: number, to: number): string => repairs.slice(from, to).map((repair, index) => repairItem(repair, chances[from + index] ?? "", locale)).join("\n");
  const more = repairs.length - firstRepairs;
  return `<h3>${reportWords.repairs[locale]}${repairs.length === 0 ? "" : ` (${groupedNumber(repairs.length, locale)})`}</h3>
${repairs.length === 0 ? `<p>${reportWords.noRepair[locale]}</p>\n` : `<p class="soft">${reportWords.guess[locale]}</p>\n<ol class="repairs">\n${items(0, firstRepairs)}\n</ol>\n`}${more <= 0 ? "" : `<details>
<summary>${pageWords.otherRepairs[locale]}: ${groupedNumber(more, locale)}</summary>
<ol class="repairs" start="${firstRepairs + 1}">
${items(firstRepairs, repairs.length)}
</ol>
</details>
`}${stopped ? `<p>${reportWords.stopped[locale]}</p>\n` : ""}`;
}

function repairItem({ explains }: Repair, chance: string, locale: Locale): string {
  return `<li><span class="chance">${escapedHtml(chance)}</span><span>${escapedHtml(explains[locale])}</span></li>`;
}
