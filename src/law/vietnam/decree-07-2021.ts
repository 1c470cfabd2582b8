import { bilingual, type LocalizedText } from "../../core/text.js";
import { cite, type Citation, type Provenance } from "../citation.js";
import { age, all, any, atLeastOf, fact, noMember, not, oneOf, perMember, shareOfMembers, someMember } from "../expression.js";
import { defineStandard, type Standard } from "../standard.js";
import type { IncomeLine, Residence, Tile } from "../tiling.js";
import { circularDocument07, decreeDocument07, decreeDocument351 } from "./documents.js";
import { cleanWater, dimensions, lowerSecondaryUp, sanitaryToilets, upperSecondaryUp } from "./shared-terms.js";

const seenText = ["english.luatvietnam.vn, doc 197848"];
const seenPoor = ["vnexpress.net, 4228672"];
const poorLine = (amount: number): IncomeLine => ({
  amount,
  per: "month",
  citation: cite(decreeDocument07, { article: "3", clause: "1", point: "a" }, "text", { seenAt: seenText }),
});
const averageLine = (amount: number): IncomeLine => ({
  amount,
  per: "month",
  citation: cite(decreeDocument07, { article: "3", clause: "2", point: "c" }, "reported", { seenAt: seenPoor }),
});
const lines = {
  rural: { poor: poorLine(1_500_000), average: averageLine(2_250_000) },
  urban: { poor: poorLine(2_000_000), average: averageLine(3_000_000) },
} as const;

const averageNote: LocalizedText = bilingual(
  "Số tiền theo báo chí; cách ghi hai đầu mức chưa đối chiếu văn bản.",
  "Amounts from the press; the wording of the bounds has not been compared with the text.",
);
const tilesOf = (residence: Residence): Readonly<Record<"poor" | "nearPoor" | "average" | "above", readonly Tile[]>> => {
  const { poor, average } = lines[residence];
  return {
    // "từ … trở xuống" and "từ 03 chỉ số trở lên": the line itself and three indicators count.
    poor: [{ residence, incomeUpTo: poor, deprivationsFrom: 3 }],
    nearPoor: [{ residence, incomeUpTo: poor, deprivationsTo: 2 }],
    average: [{ residence, incomeOver: poor, incomeUpTo: average }],
    above: [{ residence, incomeOver: average }],
  };
};
const [rural, urban] = [tilesOf("rural"), tilesOf("urban")];

const seenNames = ["chiakhoaphapluat.vn, muc-thu-nhap-the-nao-duoc-xem-la-ho-ngheo-va-ho-can-ngheo", "nguonluc.com.vn a808"];
/** Where a threshold was read: 1–3 in the draft of 2025, which repeats them; 1–11 in an agency's graphic. */
const seenThresholds = (indicator: number): readonly string[] => [
  ...(indicator <= 3 ? ["vietnam.vn/en, de-xuat-cac-chi-so-thieu-hut-dich-vu-xa-hoi-co-ban-trong-chuan-ngheo-da-chieu-moi"] : []),
  ...(indicator <= 11 ? ["el.tufs.ac.jp/prseas, News20210503_074052"] : []),
];
const appendix = (indicator: number, provenance: Provenance, note: LocalizedText | null = null): Citation =>
  cite(decreeDocument07, { annex: true, indicator }, provenance, {
    seenAt: [...seenNames, ...seenThresholds(indicator)],
    note,
  });

/** Decree 07/2021/NĐ-CP, the multidimensional standard of 2022–2025, carried over to 2026. */
export const decree07: Standard = /* @__PURE__ */ defineStandard({
  id: "vn/decree-07-2021",
  title: bilingual("Chuẩn nghèo đa chiều 2022–2025 (Nghị định 07/2021/NĐ-CP)", "Multidimensional poverty standard of 2022–2025 (Decree 07/2021/NĐ-CP)"),
  document: decreeDocument07,
  inForce: [
    { from: "2022-01-01", to: "2025-12-31", citation: cite(decreeDocument07, { article: "3" }, "text", { seenAt: seenText }) },
    {
      from: "2026-01-01",
      to: "2026-12-31",
      citation: cite(decreeDocument351, null, "reported", { seenAt: ["vietnamplus.vn, post1086100", "vietnamnet.vn/en, 2484119"] }),
    },
  ],
  dimensions: [dimensions.employment, dimensions.health, dimensions.education, dimensions.housing, dimensions.water, dimensions.information],
  indicators: [
    {
      id: "employment",
      label: bilingual("Việc làm", "employment"),
      dimension: "employment",
      deprivedWhen: someMember(all(age(">=", 15), any(fact("jobless"), fact("wageWorkWithoutContract")))),
      reason: bilingual(
        "{member}, từ đủ 15 tuổi: {true}",
        "{member}, aged 15 or over: {true}",
      ),
      citation: appendix(1, "reported", bilingual(
        "Chưa rõ chỉ số này đọc từ văn bản nào của Phụ lục. Không tính trẻ em dưới 15 tuổi (tuổi lao động tối thiểu) là một cách hiểu.",
        "Of which text of the Appendix it was read is not recorded. That children under 15 (the minimum working age) are left out is a reading.",
      )),
    },
    {
      id: "dependents",
      label: bilingual("Người phụ thuộc trong hộ gia đình", "dependents in the household"),
      dimension: "employment",
      deprivedWhen: shareOfMembers(any(age("<", 16), oneOf("monthlySocialAllowance", ["elderly", "disabled"])), ">", [1, 2]),
      reason: bilingual(
        "người phụ thuộc ({member}) chiếm trên 50% số thành viên của hộ",
        "dependents ({member}) are more than half of the household",
      ),
      citation: appendix(2, "reported"),
    },
    {
      id: "nutrition",
      label: bilingual("Dinh dưỡng", "nutrition"),
      dimension: "health",
      deprivedWhen: someMember(all(age("<", 16), any(fact("stunted"), fact("underweight")))),
      reason: bilingual(
        "{member}, dưới 16 tuổi: {true}",
        "{member}, under 16: {true}",
      ),
      citation: appendix(3, "reported"),
    },
    {
      id: "healthInsurance",
      label: bilingual("Bảo hiểm y tế", "health insurance"),
      dimension: "health",
      deprivedWhen: someMember(all(age(">=", 6), not(fact("hasHealthInsurance")))),
      reason: bilingual("{member}, từ đủ 6 tuổi trở lên, chưa có bảo hiểm y tế", "{member}, aged 6 or over, has no health insurance"),
      citation: appendix(4, "unverified", bilingual(
        "Mức tuổi theo nguồn tóm tắt; tính mọi thành viên (không riêng trẻ em) chưa đối chiếu văn bản.",
        "The age was read in a summary; that any member counts, not only children, has not been compared with the text.",
      )),
    },
    {
      id: "adultEducation",
      label: bilingual("Trình độ giáo dục của người lớn", "adult education"),
      dimension: "education",
      deprivedWhen: someMember(
        all(
          age(">=", 16),
          age("<=", 30),
          not(fact("certifiedOnTheJobTraining")),
          any(
            not(any(oneOf("attending", lowerSecondaryUp), oneOf("completed", lowerSecondaryUp))),
            all(age(">=", 18), not(any(oneOf("attending", upperSecondaryUp), oneOf("completed", upperSecondaryUp)))),
          ),
        ),
      ),
      reason: bilingual(
        "{member}, từ 16 đến 30 tuổi, không theo học và chưa hoàn thành bậc học theo độ tuổi, cũng chưa được đào tạo nghề có công nhận",
        "{member}, aged 16 to 30, neither attends nor has completed the schooling for the age and has no certified training",
      ),
      citation: appendix(5, "reported", bilingual("Tính cả người tròn 30 tuổi là một cách hiểu.", "That age 30 is included is a reading.")),
    },
    {
      id: "childSchooling",
      label: bilingual("Tình trạng đi học của trẻ em", "children's schooling"),
      dimension: "education",
      deprivedWhen: someMember(
        all(
          age(">=", 3),
          age("<=", 15),
          any(
            oneOf("attending", ["none"]),
            all(age(">=", 6), oneOf("attending", ["none", "preschool"])),
            all(age(">=", 12), oneOf("attending", ["none", "preschool", "primary"])),
          ),
        ),
      ),
      reason: bilingual("{member}, từ 3 đến dưới 16 tuổi, không học đúng cấp theo độ tuổi", "{member}, aged 3 to 15, does not attend the level for the age"),
      citation: appendix(6, "unverified", bilingual(
        "Cấp học theo tuổi chưa đối chiếu văn bản. Tuổi tính tròn năm dù nhập học theo năm dương lịch; trẻ 15 tuổi đã học xong trung học cơ sở rồi nghỉ học được tính là không đi học: đều là cách hiểu.",
        "The levels have not been compared with the text. Age in completed years, though school entry goes by calendar year, and a 15-year-old who finished lower secondary and left counting as not attending are readings.",
      )),
    },
    {
      id: "housingQuality",
      label: bilingual("Chất lượng nhà ở", "housing quality"),
      dimension: "housing",
      deprivedWhen: atLeastOf(2, not(fact("wallDurable")), not(fact("pillarDurable")), not(fact("roofDurable"))),
      reason: bilingual(
        "ít nhất hai trong ba kết cấu chính của nhà (tường, cột, mái) không bền chắc: {facts}",
        "at least two of wall, pillar and roof are not durable: {facts}",
      ),
      citation: appendix(7, "reported"),
    },
    {
      id: "housingArea",
      label: bilingual("Diện tích nhà ở bình quân đầu người", "floor area per person"),
      dimension: "housing",
      deprivedWhen: perMember("floorAreaM2", "<", 8),
      reason: bilingual(
        "nhà ở {floorAreaM2} m² cho {persons} người, dưới 8 m² một người",
        "{floorAreaM2} m² of floor for {persons} person(s) is less than 8 m² each",
      ),
      citation: appendix(8, "reported"),
    },
    {
      id: "water",
      label: bilingual("Nguồn nước sinh hoạt", "water"),
      dimension: "waterAndSanitation",
      deprivedWhen: not(oneOf("waterSource", cleanWater)),
      reason: bilingual("nguồn nước sinh hoạt chính ({waterSource}) không hợp vệ sinh", "the main source of water ({waterSource}) is not a clean one"),
      citation: appendix(9, "reported"),
    },
    {
      id: "toilet",
      label: bilingual("Nhà tiêu hợp vệ sinh", "sanitary toilet"),
      dimension: "waterAndSanitation",
      deprivedWhen: not(oneOf("toiletType", sanitaryToilets)),
      reason: bilingual("hộ không dùng nhà tiêu hợp vệ sinh (loại đang dùng: {toiletType})", "the household has no sanitary toilet (it uses: {toiletType})"),
      citation: appendix(10, "unverified", bilingual(
        "Ba loại cải tiến có ống thông hơi, hai ngăn, hố có bệ chưa đối chiếu văn bản.",
        "Improved ventilated pit, double vault and pit with slab have not been compared with the text.",
      )),
    },
    {
      id: "telecom",
      label: bilingual("Sử dụng dịch vụ viễn thông", "telecommunication services"),
      dimension: "information",
      deprivedWhen: noMember(fact("usesInternet")),
      reason: bilingual("không thành viên nào của hộ sử dụng dịch vụ internet", "no member of the household uses the internet"),
      citation: appendix(11, "reported"),
    },
    {
      id: "informationMeans",
      label: bilingual("Phương tiện phục vụ tiếp cận thông tin", "means of information"),
      dimension: "information",
      deprivedWhen: not(
        any(
          fact("hasTelevision"), fact("hasRadio"), fact("hasDesktopComputer"), fact("hasTelephone"),
          fact("hasLaptop"), fact("hasTablet"), fact("hasSmartphone"),
        ),
      ),
      reason: bilingual(
        "hộ không có ti vi, radio, điện thoại hoặc máy tính nào",
        "the household has no television, radio, telephone or computer of any kind",
      ),
      citation: appendix(12, "unverified", bilingual(
        "Tên chỉ số theo nguồn tóm tắt; danh mục phương tiện chưa đối chiếu văn bản.",
        "The name was read in a summary; the list of means has not been compared with the text.",
      )),
    },
  ],
  classes: [
    {
      class: "poor",
      tiles: [...rural.poor, ...urban.poor],
      citation: cite(decreeDocument07, { article: "3", clause: "2", point: "a" }, "reported", { seenAt: seenPoor }),
    },
    {
      class: "near-poor",
      tiles: [...rural.nearPoor, ...urban.nearPoor],
      citation: cite(decreeDocument07, { article: "3", clause: "2", point: "b" }, "reported", { seenAt: ["lawnet.vn, 105350"] }),
    },
    {
      class: "average-living-standard",
      tiles: [...rural.average, ...urban.average],
      citation: cite(decreeDocument07, { article: "3", clause: "2", point: "c" }, "unverified", { seenAt: seenPoor, note: averageNote }),
    },
    {
      class: "not-poor",
      tiles: [...rural.above, ...urban.above],
      // No provision of its own: what lies above every line; so it is no surer than the bound of the class below.
      citation: cite(decreeDocument07, null, "unverified", { note: averageNote }),
    },
  ],
  notHeld: [],
  points: {
    lines: [
      { residence: "rural", pointsUpTo: 140, incomeUpTo: lines.rural.poor },
      { residence: "urban", pointsUpTo: 175, incomeUpTo: lines.urban.poor },
    ],
    pointsPerIndicator: 10,
    citation: cite(circularDocument07, null, "reported", { seenAt: ["thukyluat.vn, 94531", "luathungson.vn, the-nao-la-ho-ngheo-ho-can-ngheo"] }),
  },
});
