import { describe, expect, it } from "vitest";
import { classifyDeprivations } from "../../../src/household/classify-deprivations.js";
import { classifyPoints } from "../../../src/household/classify-points.js";
import { provisionText, type Citation, type Provenance } from "../../../src/law/citation.js";
import { factsOf, partsOf, type Expression } from "../../../src/law/expression.js";
import { standardById, standards } from "../../../src/law/registry.js";
import type { PovertyClass, Standard } from "../../../src/law/standard.js";
import type { IncomeLine, Residence, Tile } from "../../../src/law/tiling.js";

// What the documents say, typed by hand. Nothing here is computed from what is tested.

interface Golden {
  readonly title: readonly [vi: string, en: string];
  readonly document: readonly [number: string, issued: string, inForce: string | null];
  /** First and last day, document, provision, provenance. */
  readonly periods: readonly (readonly [from: string, to: string, document: string, provision: string, provenance: Provenance])[];
  readonly dimensions: readonly (readonly [id: string, vi: string, en: string])[];
  readonly indicators: readonly (readonly [id: string, vi: string, dimension: string | null, rule: string | null, provision: string, provenance: Provenance])[];
  /** Tiles of each class, with the provenance of each line; the provision and provenance of the class. */
  readonly classes: readonly (readonly [PovertyClass, readonly string[], provision: string, provenance: Provenance])[];
  readonly notHeld: readonly (readonly [PovertyClass, within: PovertyClass])[];
  readonly points: readonly string[] | null;
}

const cleanWater = "tap, drilled-well, protected-dug-well, protected-spring, rainwater, bottled";
const sanitary = "septic, semi-septic, pour-flush, improved-ventilated-pit, double-vault, pit-with-slab";
const upper = "upper-secondary, vocational, higher";

const golden: Readonly<Record<string, Golden>> = {
  "vn/decision-170-2005": {
    title: ["Chuẩn nghèo 2006–2010 (Quyết định 170/2005/QĐ-TTg)", "Poverty standard of 2006–2010 (Decision 170/2005/QĐ-TTg)"],
    document: ["170/2005/QĐ-TTg", "2005-07-08", null],
    periods: [["2006-01-01", "2010-12-31", "170/2005/QĐ-TTg", "", "reported"]],
    dimensions: [],
    indicators: [],
    classes: [
      ["poor", ["rural: up to 200000 a month (reported)", "urban: up to 260000 a month (reported)"], "", "reported"],
      ["not-poor", ["rural: over 200000 a month (reported)", "urban: over 260000 a month (reported)"], "", "reported"],
    ],
    notHeld: [["near-poor", "not-poor"], ["average-living-standard", "not-poor"]],
    points: null,
  },
  "vn/decision-09-2011": {
    title: ["Chuẩn hộ nghèo, hộ cận nghèo 2011–2015 (Quyết định 09/2011/QĐ-TTg)", "Poverty standard of 2011–2015 (Decision 09/2011/QĐ-TTg)"],
    document: ["09/2011/QĐ-TTg", "2011-01-30", "2011-01-01"],
    periods: [["2011-01-01", "2015-12-31", "09/2011/QĐ-TTg", "", "reported"]],
    dimensions: [],
    indicators: [],
    classes: [
      ["poor", ["rural: up to 400000 a month (reported)", "urban: up to 500000 a month (reported)"], "", "reported"],
      [
        "near-poor",
        [
          "rural: over 400000 a month (reported), up to 520000 a month (reported)",
          // 650,000 is widely known; no source was read.
          "urban: over 500000 a month (reported), up to 650000 a month (unverified)",
        ],
        "",
        "reported",
      ],
      ["not-poor", ["rural: over 520000 a month (reported)", "urban: over 650000 a month (unverified)"], "", "reported"],
    ],
    notHeld: [["average-living-standard", "not-poor"]],
    points: null,
  },
  "vn/decision-59-2015": {
    title: ["Chuẩn nghèo tiếp cận đa chiều 2016–2020 (Quyết định 59/2015/QĐ-TTg)", "Multidimensional poverty standard of 2016–2020 (Decision 59/2015/QĐ-TTg)"],
    document: ["59/2015/QĐ-TTg", "2015-11-19", "2016-01-05"],
    periods: [
      ["2016-01-01", "2020-12-31", "59/2015/QĐ-TTg", "Article 1", "text"],
      ["2021-01-01", "2021-12-31", "07/2021/NĐ-CP", "Article 2", "text"],
    ],
    dimensions: [
      ["health", "y tế", "health"],
      ["education", "giáo dục", "education"],
      ["housing", "nhà ở", "housing"],
      ["waterAndSanitation", "nước sinh hoạt và vệ sinh", "water and sanitation"],
      ["information", "thông tin", "information"],
    ],
    indicators: [
      ["medicalCare", "Tiếp cận dịch vụ y tế", "health", "some member: wentWithoutCare", "indicator 1", "unverified"],
      ["healthInsurance", "Bảo hiểm y tế", "health", "some member: (age >= 6 and not hasHealthInsurance)", "indicator 2", "unverified"],
      [
        "adultEducation", "Trình độ giáo dục của người lớn", "education",
        `some member: (age >= 15 and born on or after 1986-01-01 and not completed in [lower-secondary, ${upper}] and attending in [none])`,
        "indicator 3", "unverified",
      ],
      ["childSchooling", "Tình trạng đi học của trẻ em", "education", "some member: (age >= 5 and age <= 14 and attending in [none])", "indicator 4", "unverified"],
      ["housingQuality", "Chất lượng nhà ở", "housing", "houseGrade in [semi-temporary, temporary]", "indicator 5", "unverified"],
      ["housingArea", "Diện tích nhà ở bình quân đầu người", "housing", "floorAreaM2 per member < 8", "indicator 6", "unverified"],
      ["water", "Nguồn nước sinh hoạt", "waterAndSanitation", `not waterSource in [${cleanWater}]`, "indicator 7", "unverified"],
      ["toilet", "Hố xí/nhà tiêu hợp vệ sinh", "waterAndSanitation", `not toiletType in [${sanitary}]`, "indicator 8", "unverified"],
      ["telecom", "Sử dụng dịch vụ viễn thông", "information", "no member: (usesPhoneSubscription or usesInternet)", "indicator 9", "unverified"],
      [
        "informationMeans", "Tài sản phục vụ tiếp cận thông tin", "information",
        "(not (hasTelevision or hasRadio or hasDesktopComputer or hasLaptop or hasTablet) and not hearsLoudspeaker)",
        "indicator 10", "unverified",
      ],
    ],
    classes: [
      [
        "poor",
        [
          "rural: up to 700000 a month (text, Article 1)",
          "rural: over 700000 a month (text, Article 1), up to 1000000 a month (text, Article 1), 3 indicators or more",
          "urban: up to 900000 a month (text, Article 1)",
          "urban: over 900000 a month (text, Article 1), up to 1300000 a month (text, Article 1), 3 indicators or more",
        ],
        "",
        "reported",
      ],
      [
        "near-poor",
        [
          "rural: over 700000 a month (text, Article 1), up to 1000000 a month (text, Article 1), 2 indicators or fewer",
          "urban: over 900000 a month (text, Article 1), up to 1300000 a month (text, Article 1), 2 indicators or fewer",
        ],
        "",
        "reported",
      ],
      [
        "average-living-standard",
        [
          "rural: over 1000000 a month (text, Article 1), up to 1500000 a month (reported)",
          "urban: over 1300000 a month (text, Article 1), up to 1950000 a month (reported)",
        ],
        "",
        "unverified",
      ],
      ["not-poor", ["rural: over 1500000 a month (reported)", "urban: over 1950000 a month (reported)"], "", "unverified"],
    ],
    notHeld: [],
    points: null,
  },
  "vn/decree-07-2021": {
    title: ["Chuẩn nghèo đa chiều 2022–2025 (Nghị định 07/2021/NĐ-CP)", "Multidimensional poverty standard of 2022–2025 (Decree 07/2021/NĐ-CP)"],
    document: ["07/2021/NĐ-CP", "2021-01-27", "2021-03-15"],
    periods: [
      ["2022-01-01", "2025-12-31", "07/2021/NĐ-CP", "Article 3", "text"],
      ["2026-01-01", "2026-12-31", "351/2025/NĐ-CP", "", "reported"],
    ],
    dimensions: [
      ["employment", "việc làm", "employment"],
      ["health", "y tế", "health"],
      ["education", "giáo dục", "education"],
      ["housing", "nhà ở", "housing"],
      ["waterAndSanitation", "nước sinh hoạt và vệ sinh", "water and sanitation"],
      ["information", "thông tin", "information"],
    ],
    indicators: [
      ["employment", "Việc làm", "employment", "some member: (age >= 15 and (jobless or wageWorkWithoutContract))", "Appendix, indicator 1", "reported"],
      ["dependents", "Người phụ thuộc trong hộ gia đình", "employment", "members > 1/2: (age < 16 or monthlySocialAllowance in [elderly, disabled])", "Appendix, indicator 2", "reported"],
      ["nutrition", "Dinh dưỡng", "health", "some member: (age < 16 and (stunted or underweight))", "Appendix, indicator 3", "reported"],
      ["healthInsurance", "Bảo hiểm y tế", "health", "some member: (age >= 6 and not hasHealthInsurance)", "Appendix, indicator 4", "unverified"],
      [
        "adultEducation", "Trình độ giáo dục của người lớn", "education",
        `some member: (age >= 16 and age <= 30 and not certifiedOnTheJobTraining and (not (attending in [lower-secondary, ${upper}] or completed in [lower-secondary, ${upper}])` +
          ` or (age >= 18 and not (attending in [${upper}] or completed in [${upper}]))))`,
        "Appendix, indicator 5", "reported",
      ],
      [
        "childSchooling", "Tình trạng đi học của trẻ em", "education",
        "some member: (age >= 3 and age <= 15 and (attending in [none] or (age >= 6 and attending in [none, preschool])" +
          " or (age >= 12 and attending in [none, preschool, primary])))",
        "Appendix, indicator 6", "unverified",
      ],
      ["housingQuality", "Chất lượng nhà ở", "housing", "at least 2 of (not wallDurable; not pillarDurable; not roofDurable)", "Appendix, indicator 7", "reported"],
      ["housingArea", "Diện tích nhà ở bình quân đầu người", "housing", "floorAreaM2 per member < 8", "Appendix, indicator 8", "reported"],
      ["water", "Nguồn nước sinh hoạt", "waterAndSanitation", `not waterSource in [${cleanWater}]`, "Appendix, indicator 9", "reported"],
      ["toilet", "Nhà tiêu hợp vệ sinh", "waterAndSanitation", `not toiletType in [${sanitary}]`, "Appendix, indicator 10", "unverified"],
      ["telecom", "Sử dụng dịch vụ viễn thông", "information", "no member: usesInternet", "Appendix, indicator 11", "reported"],
      [
        "informationMeans", "Phương tiện phục vụ tiếp cận thông tin", "information",
        "not (hasTelevision or hasRadio or hasDesktopComputer or hasTelephone or hasLaptop or hasTablet or hasSmartphone)",
        "Appendix, indicator 12", "unverified",
      ],
    ],
    classes: [
      [
        "poor",
        ["rural: up to 1500000 a month (text, Article 3(1)(a)), 3 indicators or more", "urban: up to 2000000 a month (text, Article 3(1)(a)), 3 indicators or more"],
        "Article 3(2)(a)",
        "reported",
      ],
      [
        "near-poor",
        ["rural: up to 1500000 a month (text, Article 3(1)(a)), 2 indicators or fewer", "urban: up to 2000000 a month (text, Article 3(1)(a)), 2 indicators or fewer"],
        "Article 3(2)(b)",
        "reported",
      ],
      [
        "average-living-standard",
        [
          "rural: over 1500000 a month (text, Article 3(1)(a)), up to 2250000 a month (reported, Article 3(2)(c))",
          "urban: over 2000000 a month (text, Article 3(1)(a)), up to 3000000 a month (reported, Article 3(2)(c))",
        ],
        "Article 3(2)(c)",
        "unverified",
      ],
      ["not-poor", ["rural: over 2250000 a month (reported, Article 3(2)(c))", "urban: over 3000000 a month (reported, Article 3(2)(c))"], "", "unverified"],
    ],
    notHeld: [],
    points: [
      "rural: up to 140 points for up to 1500000 a month (text, Article 3(1)(a))",
      "urban: up to 175 points for up to 2000000 a month (text, Article 3(1)(a))",
      "10 points an indicator",
      "07/2021/TT-BLĐTBXH (reported)",
    ],
  },
  "vn/decree-351-2025": {
    title: ["Chuẩn nghèo đa chiều 2027–2030 (Nghị định 351/2025/NĐ-CP)", "Multidimensional poverty standard of 2027–2030 (Decree 351/2025/NĐ-CP)"],
    document: ["351/2025/NĐ-CP", "2025-12-30", null],
    periods: [["2027-01-01", "2030-12-31", "351/2025/NĐ-CP", "", "reported"]],
    dimensions: [],
    indicators: [
      ["employment", "Việc làm", null, null, "", "unverified"],
      ["dependents", "Người phụ thuộc trong hộ gia đình", null, null, "", "unverified"],
      ["nutrition", "Dinh dưỡng", null, null, "", "unverified"],
      ["healthInsurance", "Bảo hiểm y tế", null, null, "", "unverified"],
      ["adultEducation", "Trình độ giáo dục của người lớn", null, null, "", "unverified"],
      ["childSchooling", "Tình trạng đi học của trẻ em", null, null, "", "unverified"],
      ["housingQuality", "Chất lượng nhà ở", null, null, "", "unverified"],
      ["housingArea", "Diện tích nhà ở bình quân đầu người", null, null, "", "unverified"],
      ["telecom", "Sử dụng internet và dịch vụ số", null, null, "", "unverified"],
      ["water", "Nguồn nước sinh hoạt", null, null, "", "unverified"],
      ["toilet", "Nhà tiêu hợp vệ sinh", null, null, "", "unverified"],
      ["wasteTreatment", "Xử lý rác thải", null, null, "", "unverified"],
    ],
    classes: [
      ["poor", ["rural: up to 2200000 a month (reported), 3 indicators or more", "urban: up to 2800000 a month (reported), 3 indicators or more"], "", "reported"],
      [
        "near-poor",
        [
          "rural: up to 2200000 a month (reported), 2 indicators or fewer",
          // That urban households need fewer than 3 follows by symmetry.
          "urban: up to 2800000 a month (reported), 2 indicators or fewer (unverified)",
        ],
        "",
        "reported",
      ],
      ["not-poor", ["rural: over 2200000 a month (reported)", "urban: over 2800000 a month (reported)"], "", "reported"],
    ],
    notHeld: [["average-living-standard", "not-poor"]],
    points: null,
  },
};

const english: Readonly<Record<string, string>> = {
  medicalCare: "access to medical care",
  employment: "employment",
  dependents: "dependents in the household",
  nutrition: "nutrition",
  healthInsurance: "health insurance",
  adultEducation: "adult education",
  childSchooling: "children's schooling",
  housingQuality: "housing quality",
  housingArea: "floor area per person",
  water: "water",
  toilet: "sanitary toilet",
  telecom: "telecommunication services",
  informationMeans: "means of information",
  wasteTreatment: "waste treatment",
};

/** A rule as a sentence; every part and number of it shows. */
function sentence(rule: Expression): string {
  const parts = partsOf(rule).map(sentence);
  if ("all" in rule) return `(${parts.join(" and ")})`;
  if ("any" in rule) return `(${parts.join(" or ")})`;
  if ("not" in rule) return `not ${parts.join()}`;
  if ("of" in rule) return `at least ${rule.atLeast} of (${parts.join("; ")})`;
  if ("someMember" in rule) return `some member: ${parts.join()}`;
  if ("noMember" in rule) return `no member: ${parts.join()}`;
  if ("shareOfMembers" in rule) return `members ${rule.is} ${rule.share.join("/")}: ${parts.join()}`;
  if ("perMember" in rule) return `${rule.perMember} per member ${rule.is} ${rule.value}`;
  if ("age" in rule) return `age ${rule.age} ${rule.years}`;
  if ("bornOnOrAfter" in rule) return `born on or after ${rule.bornOnOrAfter}`;
  if ("oneOf" in rule) return `${rule.fact} in [${rule.oneOf.join(", ")}]`;
  return "is" in rule ? `${rule.fact} ${rule.is} ${rule.value}` : rule.fact;
}

const sure = ({ provenance, provision }: Citation): string => `(${[provenance, provisionText(provision, "en")].filter((text) => text !== "").join(", ")})`;
const lineText = ({ amount, per, citation }: IncomeLine): string => `${amount} a ${per} ${sure(citation)}`;

function tileText({ residence, incomeOver, incomeUpTo, deprivationsFrom, deprivationsTo, citation }: Tile): string {
  const bounds = [
    ...(incomeOver ? [`over ${lineText(incomeOver)}`] : []),
    ...(incomeUpTo ? [`up to ${lineText(incomeUpTo)}`] : []),
    ...(deprivationsFrom === undefined ? [] : [`${deprivationsFrom} indicators or more`]),
    ...(deprivationsTo === undefined ? [] : [`${deprivationsTo} indicators or fewer`]),
  ];
  return `${residence ?? "everywhere"}: ${bounds.join(", ")}${citation ? ` ${sure(citation)}` : ""}`;
}

function asGolden(standard: Standard): Golden {
  const { title, document, inForce, dimensions, indicators, classes, notHeld, points } = standard;
  return {
    title: [title.vi, title.en],
    document: [document.number, document.issued ?? "", document.inForce],
    periods: inForce.map(({ from, to, citation }) => [from, to, citation.document.number, provisionText(citation.provision, "en"), citation.provenance]),
    dimensions: dimensions.map(({ id, label }) => [id, label.vi, label.en]),
    indicators: indicators.map(({ id, label, dimension, deprivedWhen, citation }) => [
      id, label.vi, dimension, deprivedWhen && sentence(deprivedWhen), provisionText(citation.provision, "en"), citation.provenance,
    ]),
    classes: classes.map(({ class: name, tiles, citation }) => [name, tiles.map(tileText), provisionText(citation.provision, "en"), citation.provenance]),
    notHeld: notHeld.map(({ class: name, within }) => [name, within]),
    points: points && [
      ...points.lines.map(({ residence, pointsUpTo, incomeUpTo }) => `${residence}: up to ${pointsUpTo} points for up to ${lineText(incomeUpTo)}`),
      `${points.pointsPerIndicator} points an indicator`,
      `${points.citation.document.number} ${sure(points.citation)}`,
    ],
  };
}

describe("every number, name and rule of the national standards", () => {
  it("there are five", () => {
    expect(standards.map(({ id }) => id)).toEqual(Object.keys(golden));
  });

  it.each(Object.entries(golden))("%s says what its document says", (id, expected) => {
    expect(asGolden(standardById(id))).toEqual(expected);
  });

  it.each(standards.map((standard) => [standard.id, standard] as const))("%s names each indicator in English, in small letters", (id, standard) => {
    const names = standard.indicators.map((indicator) => [indicator.id, indicator.label.en]);
    const expected = standard.indicators.map((indicator) => [indicator.id, id === "vn/decree-351-2025" && indicator.id === "telecom" ? "internet and digital services" : english[indicator.id]]);
    expect(names).toEqual(expected);
  });
});

describe("the classes on and beside every line", () => {
  // The classes at 0, 2, 3 and all indicators; under, on and over each line.
  type Four = readonly [none: PovertyClass, two: PovertyClass, three: PovertyClass, all: PovertyClass];
  const [P, N, A, X] = ["poor", "near-poor", "average-living-standard", "not-poor"] as const;
  const byCount: Four = [N, N, P, P];
  const each = (name: PovertyClass): Four => [name, name, name, name];

  const rows: readonly (readonly [why: string, id: string, residence: Residence, monthly: number, classes: Four])[] = [
    ["under the rural line both kinds are possible", "vn/decree-07-2021", "rural", 1_499_999, byCount],
    ["the rural line itself is under it", "vn/decree-07-2021", "rural", 1_500_000, byCount],
    ["one VND over it no deprivation makes poor", "vn/decree-07-2021", "rural", 1_500_001, each(A)],
    ["just under the second rural line", "vn/decree-07-2021", "rural", 2_249_999, each(A)],
    ["the second rural line itself", "vn/decree-07-2021", "rural", 2_250_000, each(A)],
    ["one VND over it", "vn/decree-07-2021", "rural", 2_250_001, each(X)],
    ["under the urban line", "vn/decree-07-2021", "urban", 1_999_999, byCount],
    ["the urban line itself", "vn/decree-07-2021", "urban", 2_000_000, byCount],
    ["one VND over it", "vn/decree-07-2021", "urban", 2_000_001, each(A)],
    ["just under the second urban line", "vn/decree-07-2021", "urban", 2_999_999, each(A)],
    ["the second urban line itself", "vn/decree-07-2021", "urban", 3_000_000, each(A)],
    ["one VND over it", "vn/decree-07-2021", "urban", 3_000_001, each(X)],
    ["under the rural line", "vn/decree-351-2025", "rural", 2_199_999, byCount],
    ["the rural line itself", "vn/decree-351-2025", "rural", 2_200_000, byCount],
    ["over it nothing else is held", "vn/decree-351-2025", "rural", 2_200_001, each(X)],
    ["under the urban line", "vn/decree-351-2025", "urban", 2_799_999, byCount],
    ["the urban line itself", "vn/decree-351-2025", "urban", 2_800_000, byCount],
    ["over it nothing else is held", "vn/decree-351-2025", "urban", 2_800_001, each(X)],
    ["under the lower rural line income alone is enough", "vn/decision-59-2015", "rural", 699_999, each(P)],
    ["the lower rural line itself", "vn/decision-59-2015", "rural", 700_000, each(P)],
    ["over it the number of deprivations decides", "vn/decision-59-2015", "rural", 700_001, byCount],
    ["under the higher rural line", "vn/decision-59-2015", "rural", 999_999, byCount],
    ["the higher rural line itself", "vn/decision-59-2015", "rural", 1_000_000, byCount],
    ["over it", "vn/decision-59-2015", "rural", 1_000_001, each(A)],
    ["under the rural average line", "vn/decision-59-2015", "rural", 1_499_999, each(A)],
    ["the rural average line itself", "vn/decision-59-2015", "rural", 1_500_000, each(A)],
    ["over it", "vn/decision-59-2015", "rural", 1_500_001, each(X)],
    ["under the lower urban line", "vn/decision-59-2015", "urban", 899_999, each(P)],
    ["the lower urban line itself", "vn/decision-59-2015", "urban", 900_000, each(P)],
    ["over it the number decides", "vn/decision-59-2015", "urban", 900_001, byCount],
    ["under the higher urban line", "vn/decision-59-2015", "urban", 1_299_999, byCount],
    ["the higher urban line itself", "vn/decision-59-2015", "urban", 1_300_000, byCount],
    ["over it", "vn/decision-59-2015", "urban", 1_300_001, each(A)],
    ["under the urban average line", "vn/decision-59-2015", "urban", 1_949_999, each(A)],
    ["the urban average line itself", "vn/decision-59-2015", "urban", 1_950_000, each(A)],
    ["over it", "vn/decision-59-2015", "urban", 1_950_001, each(X)],
    ["under the rural line", "vn/decision-09-2011", "rural", 399_999, each(P)],
    ["the rural line itself", "vn/decision-09-2011", "rural", 400_000, each(P)],
    ["one VND over it, where the text begins at 401,000", "vn/decision-09-2011", "rural", 400_001, each(N)],
    ["under the rural near-poor line", "vn/decision-09-2011", "rural", 519_999, each(N)],
    ["the rural near-poor line itself", "vn/decision-09-2011", "rural", 520_000, each(N)],
    ["over it", "vn/decision-09-2011", "rural", 520_001, each(X)],
    ["under the urban line", "vn/decision-09-2011", "urban", 499_999, each(P)],
    ["the urban line itself", "vn/decision-09-2011", "urban", 500_000, each(P)],
    ["one VND over it, where the text begins at 501,000", "vn/decision-09-2011", "urban", 500_001, each(N)],
    ["under the urban near-poor line", "vn/decision-09-2011", "urban", 649_999, each(N)],
    ["the urban near-poor line itself", "vn/decision-09-2011", "urban", 650_000, each(N)],
    ["over it", "vn/decision-09-2011", "urban", 650_001, each(X)],
    ["under the rural line", "vn/decision-170-2005", "rural", 199_999, each(P)],
    ["the rural line itself", "vn/decision-170-2005", "rural", 200_000, each(P)],
    ["over it there is no near-poor class", "vn/decision-170-2005", "rural", 200_001, each(X)],
    ["under the urban line", "vn/decision-170-2005", "urban", 259_999, each(P)],
    ["the urban line itself", "vn/decision-170-2005", "urban", 260_000, each(P)],
    ["over it there is no near-poor class", "vn/decision-170-2005", "urban", 260_001, each(X)],
  ];
  it.each(rows)("%s: %s, %s, %d", (_why, id, residence, monthlyIncomePerPersonVnd, classes) => {
    const standard = standardById(id);
    const counts = standard.indicators.length === 0 ? [0, 0, 0, 0] : [0, 2, 3, standard.indicators.length];
    const found = counts.map((deprivationCount) => classifyDeprivations({ residence, monthlyIncomePerPersonVnd, deprivationCount }, { standard }).class);
    expect(found).toEqual(classes);
  });

  it("every line of the law has its three rows", () => {
    const rowsOf = rows.map(([, id, residence, monthly]) => `${id} ${residence} ${monthly}`);
    const wanted = Object.entries(golden).flatMap(([id, { classes }]) =>
      classes.flatMap(([, tiles]) => tiles.flatMap((tile) => (tile.match(/\d{6,}/g) ?? []).flatMap((line) => [-1, 0, 1].map((beside) => `${id} ${tile.split(":")[0] ?? ""} ${Number(line) + beside}`)))),
    );
    expect(new Set(rowsOf)).toEqual(new Set(wanted));
  });

  const points: readonly (readonly [why: string, residence: Residence, pointsA: number, pointsB: number, possible: readonly PovertyClass[]])[] = [
    ["under the rural points", "rural", 139, 30, [P]],
    ["the rural points themselves", "rural", 140, 30, [P]],
    ["over them only income tells the rest", "rural", 141, 30, [A, X]],
    ["20 points B are two indicators", "rural", 140, 20, [N]],
    ["under the urban points", "urban", 174, 30, [P]],
    ["the urban points themselves", "urban", 175, 30, [P]],
    ["over them", "urban", 176, 120, [A, X]],
    ["none", "urban", 175, 0, [N]],
    ["all of them", "urban", 175, 120, [P]],
  ];
  it.each(points)("points of Circular 07/2021: %s", (_why, residence, pointsA, pointsB, possible) => {
    expect(classifyPoints({ residence, pointsA, pointsB }, { standard: standardById("vn/decree-07-2021") }).possible).toEqual(possible);
  });
});

describe("the sentences for an officer", () => {
  const withRule = standards.flatMap((standard) =>
    standard.indicators.flatMap((indicator) => (indicator.deprivedWhen === null ? [] : [[standard.id, indicator.id, indicator, indicator.deprivedWhen] as const])),
  );

  it.each(withRule)("%s, %s: every slot can be filled from the facts of its rule", (_standard, _id, { reason }, rule) => {
    const slots = (text: string): string[] => [...text.matchAll(/\{(\w*)\}/g)].map(([, slot]) => slot!).sort();
    expect(slots(reason.vi)).toEqual(slots(reason.en));
    const known = [...factsOf(rule), "facts", "true", "persons", ...(sentence(rule).includes("member: ") || sentence(rule).startsWith("members") ? ["member"] : [])];
    expect(slots(reason.en).filter((slot) => !known.includes(slot))).toEqual([]);
    expect((reason.vi + reason.en).replace(/\{\w+\}/g, "")).not.toMatch(/[{}]/);
  });

  it.each(withRule)("%s, %s: every number in them is one of its rule", (_standard, _id, { reason }, rule) => {
    const numbers = (text: string): number[] => (text.replace(/m²/g, "").match(/\d+/g) ?? []).map(Number);
    // "under 16" stands for up to 15, "more than 50%" for a half, "born in 1986 or later" for its first day.
    const ofRule = numbers(sentence(rule)).flatMap((number) => [number, number + 1]);
    const extra = sentence(rule).includes("1/2") ? [50] : [];
    expect([...numbers(reason.vi), ...numbers(reason.en)].filter((number) => ![...ofRule, ...extra].includes(number))).toEqual([]);
  });

  it("where a threshold is not held they say that it was recorded", () => {
    for (const { reason, label } of standardById("vn/decree-351-2025").indicators) {
      expect(reason).toEqual({ vi: `hộ được ghi nhận thiếu hụt chỉ số: ${label.vi}`, en: `recorded as deprived in: ${label.en}` });
    }
  });
});
