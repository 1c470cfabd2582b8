import type { MissingFacts, Reason } from "../household/classification.js";
import type { ClassifiedHousehold } from "./classify-record.js";
import type { Column } from "./record-writer.js";

/**
 * The columns of `classify --format csv`. Lists are joined by commas; reasons and missing facts are short texts.
 *
 * @param options - Whether there are columns for the explanation and for the evidence.
 */
export function classifyColumns({ text, evidence }: { readonly text: boolean; readonly evidence: boolean }): readonly Column<ClassifiedHousehold>[] {
  return [
    ...columns,
    ...(text ? [{ name: "text", cell: (answer: ClassifiedHousehold) => answer.text }] : []),
    ...(evidence ? [{ name: "evidence", cell: (answer: ClassifiedHousehold) => (answer.evidence === undefined ? null : JSON.stringify(answer.evidence)) }] : []),
  ];
}

const columns: readonly Column<ClassifiedHousehold>[] = [
  { name: "id", cell: ({ id }) => id as string | number | undefined },
  { name: "area_code", cell: ({ areaCode }) => areaCode as string | undefined },
  { name: "persons", cell: ({ persons }) => persons },
  { name: "standard", cell: ({ standard }) => standard },
  { name: "on", cell: ({ on }) => on },
  { name: "status", cell: ({ status }) => status },
  { name: "class", cell: (answer) => answer.class },
  { name: "possible", cell: ({ possible }) => possible.join(",") },
  { name: "count_least", cell: ({ count: [least] }) => least },
  { name: "count_most", cell: ({ count: [, most] }) => most },
  { name: "deprived", cell: ({ deprived }) => deprived?.join(",") },
  { name: "unknown", cell: ({ unknown }) => unknown?.join(",") },
  { name: "missing", cell: ({ missing }) => missing.map(missingText).join("; ") },
  { name: "because", cell: ({ because }) => because.map(reasonText).join("; ") },
  { name: "not_held", cell: ({ notHeld }) => notHeld.join(",") },
  { name: "margin_vnd", cell: ({ margin }) => margin.income?.vnd },
  { name: "margin_line", cell: ({ margin }) => margin.income?.line.amount },
  { name: "margin_line_per", cell: ({ margin }) => margin.income?.line.per },
  { name: "margin_then", cell: ({ margin }) => margin.income?.then.join(",") },
  { name: "margin_indicators", cell: ({ margin }) => margin.indicators?.change },
  { name: "margin_indicators_then", cell: ({ margin }) => margin.indicators?.then.join(",") },
  { name: "law_fingerprint", cell: ({ law }) => law.fingerprint },
  { name: "law_version", cell: ({ law }) => law.version },
  { name: "recorded_class", cell: ({ recordedClass }) => recordedClass },
  { name: "agrees", cell: ({ agrees }) => agrees },
  { name: "meta", cell: ({ meta }) => (meta === undefined || typeof meta === "string" ? meta : JSON.stringify(meta)) },
];

/** "telecom: members[0].usesInternet,members". */
function missingText({ indicator, facts }: MissingFacts): string {
  return facts.length === 0 ? indicator : `${indicator}: ${facts.join(",")}`;
}

/** "poor by Article 3(2)(a) of 07/2021/NĐ-CP (reported)". */
function reasonText({ tile, indicator, points, document, provision, provenance }: Reason): string {
  const what = tile?.class ?? indicator ?? (points === undefined ? "" : `points up to ${points.pointsUpTo}`);
  return `${what} by ${provision === "" ? "" : `${provision} of `}${document} (${provenance})`;
}
