import { classLabels, newlyEscapedDefinitions } from "chuan-ngheo";
import { formToMarkdown } from "chuan-ngheo/forms";
import { impliedHouseholds, reportedOn, source, statuses } from "./published.mjs";
import { groupedNumber, printedRate, writtenDay } from "./vietnamese.mjs";

/**
 * What the example prints.
 *
 * @param results - From `cityResults`.
 */
export function consoleReport(results) {
  const { standard, classified, classes, agreement, explained } = results;
  return [
    `THÀNH PHỐ HÀ TĨNH, CUỐI NĂM 2023 · Hà Tĩnh city, end of 2023`,
    `${standard.title.vi} [${standard.id}]`,
    "",
    heading("Xếp loại từ dữ liệu rà soát", "Classified from raw facts", "synthetic"),
    ...aligned([
      ["", "Hộ", "Nhân khẩu"],
      ...[...classes].map(([name, { households, persons }]) => [classLabels[name].vi, groupedNumber(households), groupedNumber(persons)]),
      ["Tổng số hộ được rà soát", groupedNumber(classified.length), groupedNumber(sum(classified.map(({ household }) => household.persons)))],
    ]),
    `  Hộ được công nhận trùng với kết quả xếp loại: ${groupedNumber(agreement.agree)}/${groupedNumber(agreement.compared)} (recognised class agrees)`,
    "",
    heading("Tỷ lệ theo địa bàn", "Rates by area", "synthetic"),
    ...aligned(areaTable(results)),
    `  Thành phố: ${statuses.published.vi}, riêng hộ dân cư là ${statuses.synthetic.vi} trong khoảng ${statuses.implied.vi} ${groupedNumber(impliedHouseholds.low)}–${groupedNumber(impliedHouseholds.high)}. Các đơn vị: ${statuses.synthetic.vi}.`,
    `  City: ${statuses.published.en}, but its resident households are ${statuses.synthetic.en} within the ${statuses.implied.en} range. Units: ${statuses.synthetic.en}.`,
    "",
    heading(`Hộ mới thoát nghèo vào ngày ${writtenDay(reportedOn)}`, `Newly escaped on ${reportedOn}`, "synthetic"),
    ...aligned(escapeTable(results)),
    "",
    heading("Biểu số 1, 2 và 3", "Forms 1, 2 and 3", "synthetic"),
    ...results.forms.map((form) => formToMarkdown(form, { locale: "vi", subtitle: formSubtitle })),
    "",
    ...(explained === null ? [] : explanation(explained)),
    heading("Kiểm tra các số công bố", "The published figures audited", "implied"),
    ...results.audit.findings.flatMap(({ vi, en }) => [`  ${vi}`, `  ${en}`]),
    "",
    `Đối chiếu với số công bố (${source.vi}) · Compared with the published figures`,
    ...aligned(results.checks.map(({ vi, en, computed, expected, status, holds }) => [`${holds ? "✓" : "✗"} ${vi} (${en})`, computed, statuses[status].vi, expected])),
  ].join("\n");
}

/** Under the title of each form, so that no sheet is taken for a published one. */
export const formSubtitle = `Thành phố Hà Tĩnh, năm 2023 – ${statuses.synthetic.vi}`;

function heading(vi, en, status) {
  return `${vi} · ${en} [${statuses[status].vi} · ${statuses[status].en}]`;
}

function areaTable({ rates }) {
  return [
    ["Địa bàn", "Hộ dân cư", "Hộ nghèo", "Tỷ lệ", "Nhân khẩu", "Hộ cận nghèo", "Tỷ lệ", "Nhân khẩu"],
    ...rates.map(({ name, households, persons, rates: { poorHouseholds, nearPoorHouseholds } }) => [
      name,
      groupedNumber(households.residents),
      groupedNumber(households.poor), printedRate(poorHouseholds), groupedNumber(persons.poor),
      groupedNumber(households.nearPoor), printedRate(nearPoorHouseholds), groupedNumber(persons.nearPoor),
    ]),
  ];
}

function escapeTable({ escapes }) {
  return [
    ["Định nghĩa", "Số hộ", "Từ ngày", "Đến hết ngày"],
    ...escapes.flatMap(({ definition, escaped, windows }) => {
      const { citation } = newlyEscapedDefinitions[definition];
      return [
        [`${definitionNames[definition]}, ${citation.document.number}`, groupedNumber(escaped.length), "", ""],
        ...windows.map(({ since, lastDay, households }) => ["", groupedNumber(households), writtenDay(since), writtenDay(lastDay)]),
      ];
    }),
  ];
}

function explanation({ id, vi, en }) {
  return [heading(`Giải thích cho hộ ${id}`, `Explained: ${id}`, "synthetic"), ...indented(vi), "", ...indented(en), ""];
}

const definitionNames = { credit: "Tín dụng (credit)", programme: "Chương trình (programme)" };

/** Rows as columns: the first to the left, the others to the right. */
function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => [...row[column]].length)));
  return rows.map((row) => `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  ")}`.trimEnd());
}

function indented(text) {
  return text.split("\n").map((line) => `  ${line}`);
}

function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}
