import { bilingual } from "../../core/text.js";
import { cite, type Citation } from "../citation.js";
import { age, all, any, bornOnOrAfter, fact, noMember, not, oneOf, perMember, someMember } from "../expression.js";
import { defineStandard, type Standard } from "../standard.js";
import type { IncomeLine, Residence, Tile } from "../tiling.js";
import { decisionDocument59, decreeDocument07 } from "./documents.js";
import { cleanWater, dimensions, lowerSecondaryUp, sanitaryToilets } from "./shared-terms.js";

const seenLines = ["luatvn.net, decision-no-59-2015-qd-ttg"];
const seenRules = ["thukyluat.vn, 334018", "baovinhlong.com.vn, 2868994"];
const poorLine = (amount: number): IncomeLine => ({
  amount,
  per: "month",
  citation: cite(decisionDocument59, { article: "1" }, "text", { seenAt: seenLines }),
});
const averageLine = (amount: number): IncomeLine => ({
  amount,
  per: "month",
  citation: cite(decisionDocument59, null, "reported", { seenAt: ["vietnamnet.vn/en, E146686"] }),
});
const lines = {
  rural: { low: poorLine(700_000), high: poorLine(1_000_000), average: averageLine(1_500_000) },
  urban: { low: poorLine(900_000), high: poorLine(1_300_000), average: averageLine(1_950_000) },
} as const;

const rule = cite(decisionDocument59, null, "reported", { seenAt: seenRules });
const averageRule = cite(decisionDocument59, null, "unverified", {
  seenAt: ["vietnamnet.vn/en, E146686"],
  note: bilingual("Số tiền theo báo chí; cách ghi hai đầu mức chưa đối chiếu văn bản.", "Amounts from the press; the wording of the bounds has not been compared with the text."),
});
const tilesOf = (residence: Residence): Readonly<Record<"poor" | "nearPoor" | "average" | "above", readonly Tile[]>> => {
  const { low, high, average } = lines[residence];
  return {
    poor: [
      { residence, incomeUpTo: low },
      { residence, incomeOver: low, incomeUpTo: high, deprivationsFrom: 3 },
    ],
    nearPoor: [{ residence, incomeOver: low, incomeUpTo: high, deprivationsTo: 2 }],
    average: [{ residence, incomeOver: high, incomeUpTo: average }],
    above: [{ residence, incomeOver: average }],
  };
};
const [rural, urban] = [tilesOf("rural"), tilesOf("urban")];

/** Names were read in the text; the thresholds are widely known and not yet compared with it. */
const indicatorCitation = (indicator: number): Citation =>
  cite(decisionDocument59, { indicator }, "unverified", {
    seenAt: seenLines,
    note: bilingual("Tên chỉ số theo văn bản; ngưỡng thiếu hụt chưa đối chiếu văn bản.", "The name was read in the text; the threshold has not been compared with it."),
  });

/** Decision 59/2015/QĐ-TTg, the multidimensional standard of 2016–2020, carried over to 2021. */
export const decision59: Standard = /* @__PURE__ */ defineStandard({
  id: "vn/decision-59-2015",
  title: bilingual(
    "Chuẩn nghèo tiếp cận đa chiều 2016–2020 (Quyết định 59/2015/QĐ-TTg)",
    "Multidimensional poverty standard of 2016–2020 (Decision 59/2015/QĐ-TTg)",
  ),
  document: decisionDocument59,
  inForce: [
    { from: "2016-01-01", to: "2020-12-31", citation: cite(decisionDocument59, { article: "1" }, "text", { seenAt: seenLines }) },
    { from: "2021-01-01", to: "2021-12-31", citation: cite(decreeDocument07, { article: "2" }, "text", { seenAt: ["english.luatvietnam.vn, doc 197848"] }) },
  ],
  dimensions: [dimensions.health, dimensions.education, dimensions.housing, dimensions.water, dimensions.information],
  indicators: [
    {
      id: "medicalCare",
      label: bilingual("Tiếp cận dịch vụ y tế", "access to medical care"),
      dimension: "health",
      deprivedWhen: someMember(fact("wentWithoutCare")),
      reason: bilingual("{member} bị ốm, chấn thương mà không được khám chữa bệnh", "{member} was ill or injured and went without care"),
      citation: indicatorCitation(1),
    },
    {
      id: "healthInsurance",
      label: bilingual("Bảo hiểm y tế", "health insurance"),
      dimension: "health",
      deprivedWhen: someMember(all(age(">=", 6), not(fact("hasHealthInsurance")))),
      reason: bilingual("{member}, từ đủ 6 tuổi trở lên, chưa có bảo hiểm y tế", "{member}, aged 6 or over, has no health insurance"),
      citation: indicatorCitation(2),
    },
    {
      id: "adultEducation",
      label: bilingual("Trình độ giáo dục của người lớn", "adult education"),
      dimension: "education",
      deprivedWhen: someMember(
        all(age(">=", 15), bornOnOrAfter("1986-01-01"), not(oneOf("completed", lowerSecondaryUp)), oneOf("attending", ["none"])),
      ),
      reason: bilingual(
        "{member}, từ đủ 15 tuổi và sinh từ năm 1986, chưa tốt nghiệp trung học cơ sở và hiện không đi học",
        "{member}, aged 15 or over and born in 1986 or later, has not completed lower secondary school and attends no school",
      ),
      citation: indicatorCitation(3),
    },
    {
      id: "childSchooling",
      label: bilingual("Tình trạng đi học của trẻ em", "children's schooling"),
      dimension: "education",
      deprivedWhen: someMember(all(age(">=", 5), age("<=", 14), oneOf("attending", ["none"]))),
      reason: bilingual("{member}, từ 5 đến 14 tuổi, hiện không đi học", "{member}, aged 5 to 14, attends no school"),
      citation: indicatorCitation(4),
    },
    {
      id: "housingQuality",
      label: bilingual("Chất lượng nhà ở", "housing quality"),
      dimension: "housing",
      deprivedWhen: oneOf("houseGrade", ["semi-temporary", "temporary"]),
      reason: bilingual("nhà ở thuộc loại {houseGrade}", "the house is {houseGrade}"),
      citation: indicatorCitation(5),
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
      citation: indicatorCitation(6),
    },
    {
      id: "water",
      label: bilingual("Nguồn nước sinh hoạt", "water"),
      dimension: "waterAndSanitation",
      deprivedWhen: not(oneOf("waterSource", cleanWater)),
      reason: bilingual("nguồn nước sinh hoạt chính ({waterSource}) không hợp vệ sinh", "the main source of water ({waterSource}) is not a clean one"),
      citation: indicatorCitation(7),
    },
    {
      id: "toilet",
      label: bilingual("Hố xí/nhà tiêu hợp vệ sinh", "sanitary toilet"),
      dimension: "waterAndSanitation",
      deprivedWhen: not(oneOf("toiletType", sanitaryToilets)),
      reason: bilingual("hộ không dùng nhà tiêu hợp vệ sinh (loại đang dùng: {toiletType})", "the household has no sanitary toilet (it uses: {toiletType})"),
      citation: indicatorCitation(8),
    },
    {
      id: "telecom",
      label: bilingual("Sử dụng dịch vụ viễn thông", "telecommunication services"),
      dimension: "information",
      deprivedWhen: noMember(any(fact("usesPhoneSubscription"), fact("usesInternet"))),
      reason: bilingual(
        "không thành viên nào sử dụng thuê bao điện thoại hoặc internet",
        "no member uses a telephone subscription or the internet",
      ),
      citation: indicatorCitation(9),
    },
    {
      id: "informationMeans",
      label: bilingual("Tài sản phục vụ tiếp cận thông tin", "means of information"),
      dimension: "information",
      deprivedWhen: all(
        not(any(fact("hasTelevision"), fact("hasRadio"), fact("hasDesktopComputer"), fact("hasLaptop"), fact("hasTablet"))),
        not(fact("hearsLoudspeaker")),
      ),
      reason: bilingual(
        "hộ không có ti vi, radio, máy tính và không nghe được loa truyền thanh",
        "the household has no television, radio or computer and cannot hear the village loudspeaker",
      ),
      citation: indicatorCitation(10),
    },
  ],
  classes: [
    { class: "poor", tiles: [...rural.poor, ...urban.poor], citation: rule },
    { class: "near-poor", tiles: [...rural.nearPoor, ...urban.nearPoor], citation: rule },
    { class: "average-living-standard", tiles: [...rural.average, ...urban.average], citation: averageRule },
    { class: "not-poor", tiles: [...rural.above, ...urban.above], citation: averageRule },
  ],
  notHeld: [],
  points: null,
});
