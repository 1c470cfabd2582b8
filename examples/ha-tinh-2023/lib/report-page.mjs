import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fingerprint, newlyEscapedDefinitions, version } from "chuan-ngheo";
import { deprivationProfileChart } from "../../charts/deprivation-profile.mjs";
import { movementFlowChart } from "../../charts/movement-flow.mjs";
import { planeChart } from "../../charts/plane.mjs";
import { ratesByWardChart } from "../../charts/rates-by-ward.mjs";
import { classNames } from "./class-names.mjs";
import { html, htmlPage, markup } from "./html.mjs";
import { impliedHouseholds, published, reportedOn, source, statuses } from "./published.mjs";
import { groupedNumber, printedRate, writtenDay } from "./vietnamese.mjs";

const style = `\n${readFileSync(new URL("report.css", import.meta.url), "utf8")}`;

/**
 * The page of the example: one file, no script, nothing loaded.
 *
 * @param results - From `cityResults`.
 * @returns {string} HTML.
 */
export function reportPage(results) {
  const title = "Hộ nghèo, hộ cận nghèo thành phố Hà Tĩnh, cuối năm 2023";
  const styleHash = createHash("sha256").update(style).digest("base64");
  const body = html`<header>
<h1>${title}</h1>
<p class="en" lang="en">Poor and near-poor households of Hà Tĩnh city, end of 2023</p>
${figures(results)}
${key()}
</header>
<main>
${auditSection(results)}
${planes(results)}
${profile(results)}
${areas(results)}
${movements(results)}
${escapes(results)}
${results.explained === null ? null : explanation(results.explained)}
</main>
${footer(results)}`;
  return htmlPage({ title, style, styleHash, body });
}

const place = "Thành phố Hà Tĩnh";

/** A chart, which scrolls on a narrow page. */
function chart(svg, label) {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${markup(svg)}</div>`;
}

const tag = (status) => html`<span class="tag ${status}">${statuses[status].vi}<span lang="en" hidden> (${statuses[status].en})</span></span>`;

// ------------------------------------------------------------------------------------------------ what is known

function key() {
  const rows = [
    ["published", `Số hộ, số nhân khẩu và tỷ lệ của toàn thành phố: ${source.vi}.`, `published: households, persons and rates of the whole city; ${source.en}.`],
    ["implied", `Tổng số hộ dân cư mà cả hai tỷ lệ cho phép: ${groupedNumber(impliedHouseholds.low)}–${groupedNumber(impliedHouseholds.high)} hộ.`, "implied: the resident households that both rates allow."],
    ["synthetic", "Từng hộ, từng thành viên, số liệu của mỗi phường, các quyết định công nhận. Không phải số liệu thật.", "synthetic: every household and member, the figures of each unit, the recognitions. Not real data."],
  ];
  return html`<dl class="key">${rows.map(([status, vi, en]) => html`<div><dt>${tag(status)}</dt><dd>${vi}<span lang="en">${en}</span></dd></div>`)}</dl>`;
}

function figures({ classes, whole, checks }) {
  const ok = checks.every(({ holds }) => holds);
  const card = (name, printed, rate) => {
    const { households, persons } = classes.get(name);
    return html`<div class="card ${classNames[name].mark}">
<h2>${classNames[name].vi.join(" ")} <span class="en" lang="en">${classNames[name].en}</span></h2>
<p class="rate">${printed.rate.replace(".", ",")}%</p>
<p class="counts">${groupedNumber(printed.households)} hộ · ${groupedNumber(printed.persons)} nhân khẩu ${tag("published")}</p>
<p class="check">Tính từ dữ liệu rà soát từng hộ: <strong>${printedRate(rate)}</strong> = ${groupedNumber(households)}/${groupedNumber(whole.households.residents)} hộ, ${groupedNumber(persons)} nhân khẩu ${tag("synthetic")}</p>
</div>`;
  };
  return html`<div class="figures">
${card("poor", published.poor, whole.rates.poorHouseholds)}
${card("near-poor", published.nearPoor, whole.rates.nearPoorHouseholds)}
</div>
<p>${ok ? "✓ Kết quả tính được trùng với số công bố." : "✗ Kết quả tính được không trùng với số công bố."} <span class="en" lang="en">${ok ? "What is computed from the raw facts is what was published." : "What is computed is not what was published."}</span></p>`;
}

// ------------------------------------------------------------------------------------------------ the audit

function auditSection({ audit }) {
  const [low, high] = audit.implied["tổng số"] ?? [null, null];
  return html`<section>
<h2>Báo không nói tổng số hộ, nhưng các số đã in cho biết</h2>
<p class="en" lang="en">The article does not print the total, but what it prints tells it</p>
${audit.findings.map(({ vi, en }) => html`<p>${tag("implied")} ${vi} <span class="en" lang="en">${en}</span></p>`)}
<p>${tag("implied")} <strong>${groupedNumber(low)}–${groupedNumber(high)} hộ dân cư.</strong> Từng bước: <a href="audit.html">audit.html</a>. <span class="en" lang="en">Step by step: the page beside this one.</span></p>
</section>`;
}

// ------------------------------------------------------------------------------------------------ the plane

const residences = { urban: { vi: "Khu vực thành thị", en: "urban" }, rural: { vi: "Khu vực nông thôn", en: "rural" } };

function planes({ standard, classified }) {
  const drawn = Object.entries(residences).filter(([residence]) => classified.some(({ household }) => household.residence === residence));
  return html`<section>
<h2>Thu nhập và số chỉ số thiếu hụt</h2>
<p class="en" lang="en">Income and number of deprived indicators</p>
<p>${standard.title.vi}: diện của hộ là phần mặt phẳng mà hộ rơi vào. Vạch thu nhập thuộc về phần bên trái: “từ … trở xuống”.
<span class="en" lang="en">The class of a household is the part of the plane that it lies in; a line belongs to what is left of it.</span></p>
<p>Vạch đứng ở một hộ: một số chỉ số chưa rõ, từ ít nhất đến nhiều nhất.
<span class="en" lang="en">A rule at a household: some indicators are unknown; from the fewest to the most.</span></p>
<div class="planes">
${drawn.map(([residence, title]) => html`<figure>
<figcaption><h3>${title.vi} <span class="en" lang="en">${title.en}</span></h3> ${tag("synthetic")}</figcaption>
${chart(planeChart(standard, classified, { residence, subtitle: `${place}, cuối năm 2023` }), title.vi)}
${planeTable(standard, classified, residence, title)}
</figure>`)}
</div>
</section>`;
}

/** The figures behind a plane: households by the fewest deprived indicators and by class. */
function planeTable(standard, classified, residence, title) {
  const here = classified.filter(({ household }) => household.residence === residence).map(({ classification }) => classification);
  const most = Math.max(...here.map(({ count }) => count[0]));
  const names = standard.classes.map((rule) => rule.class);
  const households = (name, count) => here.filter((one) => one.class === name && (count === null || one.count[0] === count)).length;
  const row = (label, count, whole) => html`<tr class="${whole ? "whole" : ""}"><th scope="row">${label}</th>${names.map((name) => numberCell(households(name, count)))}</tr>`;
  return html`<table>
<caption>${tag("synthetic")} Số hộ theo số chỉ số thiếu hụt (ít nhất) và diện, ${title.vi.toLowerCase()} <span class="en" lang="en">households by deprived indicators (at least) and class</span></caption>
<thead><tr><th scope="col">Chỉ số</th>${names.map((name) => html`<th scope="col" class="num">${classNames[name].vi.join(" ")}<span class="en" lang="en">${classNames[name].en}</span></th>`)}</tr></thead>
<tbody>${Array.from({ length: most + 1 }, (_, count) => row(count, count, false))}${row("Tổng", null, true)}</tbody>
</table>`;
}

function numberCell(count) {
  return html`<td class="num${count === 0 ? " zero" : ""}">${groupedNumber(count)}</td>`;
}

// ------------------------------------------------------------------------------------------------ the profile

function profile({ standard, deprivations }) {
  const title = "Các chỉ số thiếu hụt của hộ nghèo, hộ cận nghèo";
  return html`<section>
<h2>${title}</h2>
<p class="en" lang="en">The deprivation profile of the poor and the near-poor households</p>
<figure>
${chart(deprivationProfileChart(standard, deprivations, { subtitle: `${place}, cuối năm 2023` }), title)}
<figcaption>${tag("synthetic")} <span class="en" lang="en">share of the households of each class that are deprived, in each indicator</span></figcaption>
</figure>
</section>`;
}

// ------------------------------------------------------------------------------------------------ areas

function areas({ rates, whole }) {
  return html`<section>
<h2>Tỷ lệ hộ nghèo, hộ cận nghèo theo địa bàn</h2>
<p class="en" lang="en">Poor and near-poor households by area, share of all resident households</p>
<p>Tỷ lệ của thành phố cộng tử số và mẫu số của các đơn vị, không lấy trung bình các tỷ lệ.
<span class="en" lang="en">The city adds the counts of its units; rates are never averaged.</span></p>
<figure>
${chart(ratesByWardChart(rates, { subtitle: `${place} và các đơn vị, cuối năm 2023` }), "Tỷ lệ theo địa bàn")}
<figcaption id="area-caption">Các đơn vị: ${tag("synthetic")} Thành phố: ${tag("published")}, riêng tổng số hộ dân cư là ${tag("synthetic")} trong khoảng ${tag("implied")} ${groupedNumber(impliedHouseholds.low)}–${groupedNumber(impliedHouseholds.high)}. <span class="en" lang="en">Units: synthetic. City: published, but its resident households are synthetic within the implied range.</span></figcaption>
<div class="scroll" role="region" aria-labelledby="area-caption" tabindex="0">${areaTable(rates, whole)}</div>
</figure>
</section>`;
}

function areaTable(rates, whole) {
  const columns = [
    ["Hộ dân cư", "resident households"], ["Hộ nghèo", "poor"], ["Tỷ lệ", "rate"], ["Nhân khẩu", "persons"],
    ["Hộ cận nghèo", "near-poor"], ["Tỷ lệ", "rate"], ["Nhân khẩu", "persons"],
  ];
  return html`<table aria-labelledby="area-caption">
<thead><tr><th scope="col">Địa bàn<span class="en" lang="en">area</span></th>${columns.map(([vi, en]) => html`<th scope="col" class="num">${vi}<span class="en" lang="en">${en}</span></th>`)}</tr></thead>
<tbody>${rates.map((row) => html`<tr class="${row === whole ? "whole" : ""}"><th scope="row">${row.name}</th>${[
    groupedNumber(row.households.residents),
    groupedNumber(row.households.poor), printedRate(row.rates.poorHouseholds), groupedNumber(row.persons.poor),
    groupedNumber(row.households.nearPoor), printedRate(row.rates.nearPoorHouseholds), groupedNumber(row.persons.nearPoor),
  ].map((cell) => html`<td class="num">${cell}</td>`)}</tr>`)}</tbody>
</table>`;
}

// ------------------------------------------------------------------------------------------------ movements

function movements({ movements: ofTheCity }) {
  const title = "Biến động giữa hai lần rà soát";
  return html`<section>
<h2>${title}</h2>
<p class="en" lang="en">Movements between the recognitions of 2022 and of 2023: forms 2 and 3 as a flow</p>
<figure>
${chart(movementFlowChart(ofTheCity, { subtitle: `${place}, cuối năm 2022 đến cuối năm 2023` }), title)}
<figcaption>${tag("synthetic")} Các cột của biểu số 2 và biểu số 3. <span class="en" lang="en">from the columns of forms 2 and 3; relapsed and newly arising are not told apart without a longer history</span></figcaption>
</figure>
</section>`;
}

// ------------------------------------------------------------------------------------------------ newly escaped

const definitions = {
  credit: { vi: "Để vay vốn tín dụng ưu đãi: đã ra khỏi cả hai danh sách", en: "for preferential credit: off both lists" },
  programme: { vi: "Theo chương trình mục tiêu quốc gia: đã thoát nghèo, kể cả khi thành hộ cận nghèo", en: "for the national target programme: out of poverty, even if near-poor" },
};

function escapes({ escapes: both }) {
  return html`<section>
<h2>Hộ mới thoát nghèo vào ngày ${writtenDay(reportedOn)}</h2>
<p class="en" lang="en">Newly escaped households on ${reportedOn}, by two definitions</p>
<table>
<caption>${tag("synthetic")} Theo các quyết định công nhận năm 2022 và 2023 <span class="en" lang="en">from the recognitions of 2022 and 2023</span></caption>
<thead><tr>${[["Thoát từ ngày", "since"], ["Đến hết ngày", "last day"], ["Số hộ", "households"]].map(([vi, en], column) => html`<th scope="col" class="${column === 2 ? "num" : ""}">${vi}<span class="en" lang="en">${en}</span></th>`)}</tr></thead>
${both.map(escapeRows)}
</table>
</section>`;
}

function escapeRows({ definition, escaped, windows }) {
  const { citation } = newlyEscapedDefinitions[definition];
  const unverified = citation.provenance === "unverified";
  return html`<tbody>
<tr class="group"><th scope="rowgroup" colspan="3">${definitions[definition].vi} <span class="en" lang="en">${definitions[definition].en}</span>
<span class="source">${citation.document.title.vi}${unverified ? html`; chưa đối chiếu với văn bản <span lang="en">not yet compared with the text</span>` : null}</span></th></tr>
${windows.map(({ since, lastDay, households }) => html`<tr><td>${writtenDay(since)}</td><td>${writtenDay(lastDay)}</td>${numberCell(households)}</tr>`)}
<tr class="sum"><th scope="row" colspan="2">Tổng</th>${numberCell(escaped.length)}</tr>
</tbody>`;
}

// ------------------------------------------------------------------------------------------------ one household

function explanation({ id, vi, en }) {
  return html`<section>
<h2>Vì sao hộ ${id} là hộ nghèo</h2>
<p class="en" lang="en">Why household ${id} is poor</p>
<p>${tag("synthetic")} Thu nhập của hộ đúng bằng mức chuẩn. <span class="en" lang="en">Its income is exactly on the line.</span></p>
<div class="languages"><div lang="vi">${statements(vi)}</div><div lang="en">${statements(en)}</div></div>
</section>`;
}

/** Lines of plain text as paragraphs; lines that begin with a dash as a list. */
function statements(text) {
  const blocks = [];
  for (const line of text.split("\n")) {
    if (!line.startsWith("- ")) blocks.push(line);
    else if (Array.isArray(blocks.at(-1))) blocks.at(-1).push(line.slice(2));
    else blocks.push([line.slice(2)]);
  }
  return blocks.map((block) => (Array.isArray(block) ? html`<ul>${block.map((item) => html`<li>${item}</li>`)}</ul>` : html`<p>${block}</p>`));
}

function footer({ standard, classified, agreement }) {
  return html`<footer>
<p>${groupedNumber(classified.length)} hộ được rà soát; ${groupedNumber(agreement.agree)}/${groupedNumber(agreement.compared)} quyết định công nhận trùng với kết quả xếp loại ${tag("synthetic")}. Hộ trên chuẩn chỉ là một số hộ được rà soát, nên không tính tỷ lệ hộ có mức sống trung bình. Không có tổng số nhân khẩu của thành phố, nên không có tỷ lệ theo nhân khẩu.
<span lang="en">Households above the lines are only some that were reviewed, so no rate is given for them; the number of residents is not known, so there is no rate of persons.</span></p>
<p>Diện có hiệu lực của hộ là diện được Chủ tịch Ủy ban nhân dân cấp xã công nhận. <span lang="en">The class in force is the one that the chairman of the commune-level People's Committee recognises.</span></p>
<p>${standard.id} · ${fingerprint(standard)} · chuan-ngheo ${version}</p>
</footer>`;
}

