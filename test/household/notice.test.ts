import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { classify, classifyDeprivations, explain, standardById } from "../../src/index.js";
import { noticePage, noticesEnd, noticesStart, noticeStyle, noticeStyleHash } from "../../src/household/notice.js";

const standard = standardById("vn/decree-07-2021");
const household = {
  residence: "rural", monthlyIncomePerPersonVnd: 1_500_000,
  waterSource: "surface-water", toiletType: "open-pit", members: [{ bornOn: "1990-03-02", hasHealthInsurance: false }],
} as const;

describe("noticePage", () => {
  const page = noticePage(classify(household, { standard, on: "2023-12-14" }), { reference: "HT-0001" });

  it("holds every line of the explanation, so that paper and screen say the same", () => {
    const text = page.replace(/<[^>]+>/g, "\n");
    for (const line of explain(classify(household, { standard, on: "2023-12-14" }), { locale: "vi" }).split("\n")) expect(text).toContain(line.replace(/^- /, ""));
  });

  it("says of itself that it is no decision, and what to do if one disagrees", () => {
    expect(page).toContain("không phải quyết định công nhận");
    expect(page).toContain("<h2>Nếu hộ không đồng ý</h2>");
    expect(page).toContain("Chủ tịch Ủy ban nhân dân cấp xã công nhận");
  });

  it("makes one list of the items that follow each other", () => {
    expect(page.match(/<ul>/g)).toHaveLength(2);
    expect(page).toMatch(/<ul><li>Bảo hiểm y tế –[^<]*<\/li><li>Nguồn nước sinh hoạt –/);
  });

  it("is one article a household, with no name where none is given", () => {
    const bare = noticePage(classifyDeprivations({ residence: "urban", deprivationCount: 1 }, { standard }));
    expect(bare.match(/<article>/g)).toHaveLength(1);
    expect(bare).not.toContain("Mã hộ");
    expect(bare).toContain("chưa xác định được diện của hộ");
  });

  it("escapes a hostile reference", () => {
    const hostile = noticePage(classify(household, { standard, on: "2023-12-14" }), { reference: `"><script>alert(1)</script>` });
    expect(hostile).not.toContain("<script");
    expect(hostile).toContain("&quot;&gt;&lt;script&gt;");
  });
});

describe("the document of notices", () => {
  it("allows nothing but its own style, and no script", () => {
    expect(noticeStyleHash).toBe(`sha256-${createHash("sha256").update(noticeStyle).digest("base64")}`);
    expect(noticesStart()).toContain(`default-src 'none'; style-src '${noticeStyleHash}'; base-uri 'none'; form-action 'none'`);
    expect(noticesStart() + noticesEnd).not.toContain("<script");
  });
});
