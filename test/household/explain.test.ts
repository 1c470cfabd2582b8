import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assess, classify, classifyDeprivations, classifyPoints, explain, standardById, standards, type Classification, type Household, type Locale,
} from "../../src/index.js";
import { recordedDeprivations, recordedPoints, reviewedHouseholds } from "../arbitraries.js";
import { adult, atEase, child, deprivedIn, reviewDay } from "./households.js";
import { refusal } from "./refusal.js";

const decree07 = standardById("vn/decree-07-2021");
const decision59 = standardById("vn/decision-59-2015");

const recognition = {
  vi: "Đây là kết quả tính theo quy định; diện có hiệu lực của hộ là diện được Chủ tịch Ủy ban nhân dân cấp xã công nhận.",
  en: "This is what the rule gives; the class in force is the one that the chairman of the commune-level People's Committee recognises.",
};
const pointsDecide = {
  vi: "Trong rà soát hằng năm, điểm A và điểm B là căn cứ xếp loại; thu nhập đo được chỉ để đối chiếu.",
  en: "In the yearly review points A and B decide; measured income is a check.",
};

const fromFacts = (household: Household, standard = decree07): Classification => classify(household, { standard, on: reviewDay });

type Told = readonly [why: string, found: () => Classification, vi: readonly string[], en: readonly string[]];

describe("what an officer reads", () => {
  it.each<Told>([
    [
      "poor from facts, on the line",
      () => fromFacts({
        ...atEase, id: "036099001234", monthlyIncomePerPersonVnd: 1_500_000, wallDurable: false, roofDurable: false, waterSource: "surface-water",
        members: [{ ...adult, id: "001085000001", jobless: true }, { ...adult, bornOn: "1987" }, { ...child, bornOn: "2013-09", hasHealthInsurance: false }],
      }),
      [
        "Theo Chuẩn nghèo đa chiều 2022–2025 (Nghị định 07/2021/NĐ-CP), hộ này là hộ nghèo.",
        "Thu nhập bình quân là 1.500.000 đồng/người/tháng; so với mức của khu vực nông thôn: không vượt quá 1.500.000 đồng/người/tháng.",
        "Số chỉ số thiếu hụt: 4 trên 12:",
        "- Việc làm – thành viên thứ 1 (sinh 20/05/1985), từ đủ 15 tuổi: không có việc làm (chỉ số 1 Phụ lục Nghị định 07/2021/NĐ-CP).",
        "- Bảo hiểm y tế – thành viên thứ 3 (sinh 09/2013), từ đủ 6 tuổi trở lên, chưa có bảo hiểm y tế (chỉ số 4 Phụ lục Nghị định 07/2021/NĐ-CP).",
        "- Chất lượng nhà ở – ít nhất hai trong ba kết cấu chính của nhà (tường, cột, mái) không bền chắc: tường bền chắc: không; mái bền chắc: không (chỉ số 7 Phụ lục Nghị định 07/2021/NĐ-CP).",
        "- Nguồn nước sinh hoạt – nguồn nước sinh hoạt chính (nước sông, hồ, ao) không hợp vệ sinh (chỉ số 9 Phụ lục Nghị định 07/2021/NĐ-CP).",
        "Căn cứ: điểm a khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP; điểm a khoản 1 Điều 3 Nghị định 07/2021/NĐ-CP.",
        "Chưa có nguồn, phải đối chiếu với văn bản chính thức: chỉ số Bảo hiểm y tế.",
        pointsDecide.vi,
        recognition.vi,
      ],
      [
        "By the multidimensional poverty standard of 2022–2025 (Decree 07/2021/NĐ-CP) this is a poor household.",
        "Income is 1,500,000 VND per person per month; against the line of rural areas: not over 1,500,000 VND per person per month.",
        "Deprived indicators: 4 of 12:",
        "- employment – member 1 (born 1985-05-20), aged 15 or over: jobless (Appendix, indicator 1, Decree 07/2021/NĐ-CP).",
        "- health insurance – member 3 (born 2013-09), aged 6 or over, has no health insurance (Appendix, indicator 4, Decree 07/2021/NĐ-CP).",
        "- housing quality – at least two of wall, pillar and roof are not durable: durable walls: no; durable roof: no (Appendix, indicator 7, Decree 07/2021/NĐ-CP).",
        "- water – the main source of water (surface water) is not a clean one (Appendix, indicator 9, Decree 07/2021/NĐ-CP).",
        "Basis: Article 3(2)(a), Decree 07/2021/NĐ-CP; Article 3(1)(a), Decree 07/2021/NĐ-CP.",
        "No source was read; compare with the official text: the indicator health insurance.",
        pointsDecide.en,
        recognition.en,
      ],
    ],
    [
      "undetermined: two deprived, others open, no income",
      () => fromFacts({
        ...deprivedIn(2), persons: 4, floorAreaM2: 32, hasTelevision: null, hasTelephone: false, hasSmartphone: null,
        members: [{ ...adult, hasHealthInsurance: null }, adult, { ...adult, bornOn: "1954-02-03", monthlySocialAllowance: "elderly" }],
      }),
      [
        "Theo Chuẩn nghèo đa chiều 2022–2025 (Nghị định 07/2021/NĐ-CP), chưa xác định được diện của hộ; còn có thể là hộ nghèo, hộ cận nghèo, hộ có mức sống trung bình hoặc hộ không nghèo.",
        "Thu nhập của hộ chưa được ghi nhận.",
        "Số chỉ số thiếu hụt: 2–8 trên 12:",
        "- Nguồn nước sinh hoạt – nguồn nước sinh hoạt chính (nước sông, hồ, ao) không hợp vệ sinh (chỉ số 9 Phụ lục Nghị định 07/2021/NĐ-CP).",
        "- Nhà tiêu hợp vệ sinh – hộ không dùng nhà tiêu hợp vệ sinh (loại đang dùng: hố không có bệ) (chỉ số 10 Phụ lục Nghị định 07/2021/NĐ-CP).",
        "Để xác định còn thiếu thông tin:",
        "- Thu nhập.",
        "- Việc làm: các thành viên chưa được liệt kê.",
        "- Dinh dưỡng: các thành viên chưa được liệt kê.",
        "- Bảo hiểm y tế: thành viên thứ 1: có bảo hiểm y tế; các thành viên chưa được liệt kê.",
        "- Trình độ giáo dục của người lớn: các thành viên chưa được liệt kê.",
        "- Tình trạng đi học của trẻ em: các thành viên chưa được liệt kê.",
        "- Phương tiện phục vụ tiếp cận thông tin: có ti vi; có điện thoại thông minh.",
        "Căn cứ: điểm a khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP; điểm a khoản 1 Điều 3 Nghị định 07/2021/NĐ-CP; điểm b khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP; điểm c khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP; Nghị định 07/2021/NĐ-CP.",
        "Chưa có nguồn, phải đối chiếu với văn bản chính thức: chuẩn hộ có mức sống trung bình; chuẩn hộ không nghèo; chỉ số Nhà tiêu hợp vệ sinh.",
        pointsDecide.vi,
        recognition.vi,
      ],
      [
        "By the multidimensional poverty standard of 2022–2025 (Decree 07/2021/NĐ-CP) the class cannot be told yet; it may be a poor household, near-poor household, household of average living standard or household that is not poor.",
        "The income of the household is not recorded.",
        "Deprived indicators: 2–8 of 12:",
        "- water – the main source of water (surface water) is not a clean one (Appendix, indicator 9, Decree 07/2021/NĐ-CP).",
        "- sanitary toilet – the household has no sanitary toilet (it uses: open pit) (Appendix, indicator 10, Decree 07/2021/NĐ-CP).",
        "To tell the class, this is still missing:",
        "- income.",
        "- employment: the members who are not listed.",
        "- nutrition: the members who are not listed.",
        "- health insurance: member 1: has health insurance; the members who are not listed.",
        "- adult education: the members who are not listed.",
        "- children's schooling: the members who are not listed.",
        "- means of information: has a television; has a smartphone.",
        "Basis: Article 3(2)(a), Decree 07/2021/NĐ-CP; Article 3(1)(a), Decree 07/2021/NĐ-CP; Article 3(2)(b), Decree 07/2021/NĐ-CP; Article 3(2)(c), Decree 07/2021/NĐ-CP; Decree 07/2021/NĐ-CP.",
        "No source was read; compare with the official text: the rule for a household of average living standard; the rule for a household that is not poor; the indicator sanitary toilet.",
        pointsDecide.en,
        recognition.en,
      ],
    ],
    [
      "by points, on the line",
      () => classifyPoints({ residence: "urban", pointsA: 175, pointsB: 20 }, { standard: decree07 }),
      [
        "Theo Chuẩn nghèo đa chiều 2022–2025 (Nghị định 07/2021/NĐ-CP), hộ này là hộ cận nghèo.",
        "Điểm A (thu nhập) là 175, không vượt quá mức 175 điểm của khu vực thành thị theo Thông tư 07/2021/TT-BLĐTBXH (sửa đổi bởi Thông tư 02/2022/TT-BLĐTBXH).",
        "Điểm B (thiếu hụt) là 20.",
        "Số chỉ số thiếu hụt: 2 trên 12.",
        "Căn cứ: điểm b khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP; điểm a khoản 1 Điều 3 Nghị định 07/2021/NĐ-CP.",
        pointsDecide.vi,
        recognition.vi,
      ],
      [
        "By the multidimensional poverty standard of 2022–2025 (Decree 07/2021/NĐ-CP) this is a near-poor household.",
        "Points A (income) are 175, not over the 175 points of urban areas, by Circular 07/2021/TT-BLĐTBXH (amended by Circular 02/2022/TT-BLĐTBXH).",
        "Points B (deprivations) are 20.",
        "Deprived indicators: 2 of 12.",
        "Basis: Article 3(2)(b), Decree 07/2021/NĐ-CP; Article 3(1)(a), Decree 07/2021/NĐ-CP.",
        pointsDecide.en,
        recognition.en,
      ],
    ],
    [
      "by points, over the line, and points B not recorded",
      () => classifyPoints({ residence: "rural", pointsA: 141 }, { standard: decree07 }),
      [
        "Theo Chuẩn nghèo đa chiều 2022–2025 (Nghị định 07/2021/NĐ-CP), chưa xác định được diện của hộ; còn có thể là hộ có mức sống trung bình hoặc hộ không nghèo.",
        "Điểm A (thu nhập) là 141, cao hơn mức 140 điểm của khu vực nông thôn theo Thông tư 07/2021/TT-BLĐTBXH (sửa đổi bởi Thông tư 02/2022/TT-BLĐTBXH).",
        "Điểm B (thiếu hụt) là 0–120.",
        "Số chỉ số thiếu hụt: 0–12 trên 12.",
        "Để xác định còn thiếu thông tin:",
        "- Thu nhập.",
        "Căn cứ: điểm c khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP; điểm a khoản 1 Điều 3 Nghị định 07/2021/NĐ-CP; Nghị định 07/2021/NĐ-CP.",
        "Chưa có nguồn, phải đối chiếu với văn bản chính thức: chuẩn hộ có mức sống trung bình; chuẩn hộ không nghèo.",
        pointsDecide.vi,
        recognition.vi,
      ],
      [
        "By the multidimensional poverty standard of 2022–2025 (Decree 07/2021/NĐ-CP) the class cannot be told yet; it may be a household of average living standard or household that is not poor.",
        "Points A (income) are 141, over the 140 points of rural areas, by Circular 07/2021/TT-BLĐTBXH (amended by Circular 02/2022/TT-BLĐTBXH).",
        "Points B (deprivations) are 0–120.",
        "Deprived indicators: 0–12 of 12.",
        "To tell the class, this is still missing:",
        "- income.",
        "Basis: Article 3(2)(c), Decree 07/2021/NĐ-CP; Article 3(1)(a), Decree 07/2021/NĐ-CP; Decree 07/2021/NĐ-CP.",
        "No source was read; compare with the official text: the rule for a household of average living standard; the rule for a household that is not poor.",
        pointsDecide.en,
        recognition.en,
      ],
    ],
    [
      "by an income-only standard, above its line",
      () => fromFacts({ residence: "urban", persons: 2, monthlyIncomePerPersonVnd: "260000.50" }, standardById("vn/decision-170-2005")),
      [
        "Theo Chuẩn nghèo 2006–2010 (Quyết định 170/2005/QĐ-TTg), hộ này là hộ không nghèo.",
        "Thu nhập bình quân là 260.000,5 đồng/người/tháng; so với mức của khu vực thành thị: cao hơn 260.000 đồng/người/tháng.",
        "Căn cứ: Quyết định 170/2005/QĐ-TTg.",
        "Quyết định 170/2005/QĐ-TTg không có chuẩn hộ cận nghèo.",
        "Không có nguồn nào nêu chuẩn hộ có mức sống trung bình cho 2006–2010.",
        recognition.vi,
      ],
      [
        "By the poverty standard of 2006–2010 (Decision 170/2005/QĐ-TTg) this is a household that is not poor.",
        "Income is 260,000.5 VND per person per month; against the line of urban areas: over 260,000 VND per person per month.",
        "Basis: Decision 170/2005/QĐ-TTg.",
        "Decision 170/2005/QĐ-TTg has no near-poor class.",
        "No source at hand names an average living standard for 2006–2010.",
        recognition.en,
      ],
    ],
    [
      "by Decree 351/2025 from facts, whose thresholds are not held",
      () => fromFacts({ ...atEase, monthlyIncomePerPersonVnd: 2_200_000 }, standardById("vn/decree-351-2025")),
      [
        "Theo Chuẩn nghèo đa chiều 2027–2030 (Nghị định 351/2025/NĐ-CP), chưa xác định được diện của hộ; còn có thể là hộ nghèo hoặc hộ cận nghèo.",
        "Thu nhập bình quân là 2.200.000 đồng/người/tháng; so với mức của khu vực nông thôn: không vượt quá 2.200.000 đồng/người/tháng.",
        "Số chỉ số thiếu hụt: 0–12 trên 12.",
        "Để xác định còn thiếu thông tin:",
        "- Việc làm.",
        "- Người phụ thuộc trong hộ gia đình.",
        "- Dinh dưỡng.",
        "- Bảo hiểm y tế.",
        "- Trình độ giáo dục của người lớn.",
        "- Tình trạng đi học của trẻ em.",
        "- Chất lượng nhà ở.",
        "- Diện tích nhà ở bình quân đầu người.",
        "- Sử dụng internet và dịch vụ số.",
        "- Nguồn nước sinh hoạt.",
        "- Nhà tiêu hợp vệ sinh.",
        "- Xử lý rác thải.",
        "Căn cứ: Nghị định 351/2025/NĐ-CP.",
        "Chưa có ngưỡng thiếu hụt của các chỉ số: Việc làm, Người phụ thuộc trong hộ gia đình, Dinh dưỡng, Bảo hiểm y tế, Trình độ giáo dục của người lớn, Tình trạng đi học của trẻ em, Chất lượng nhà ở, Diện tích nhà ở bình quân đầu người, Sử dụng internet và dịch vụ số, Nguồn nước sinh hoạt, Nhà tiêu hợp vệ sinh, Xử lý rác thải.",
        recognition.vi,
      ],
      [
        "By the multidimensional poverty standard of 2027–2030 (Decree 351/2025/NĐ-CP) the class cannot be told yet; it may be a poor household or near-poor household.",
        "Income is 2,200,000 VND per person per month; against the line of rural areas: not over 2,200,000 VND per person per month.",
        "Deprived indicators: 0–12 of 12.",
        "To tell the class, this is still missing:",
        "- employment.",
        "- dependents in the household.",
        "- nutrition.",
        "- health insurance.",
        "- adult education.",
        "- children's schooling.",
        "- housing quality.",
        "- floor area per person.",
        "- internet and digital services.",
        "- water.",
        "- sanitary toilet.",
        "- waste treatment.",
        "Basis: Decree 351/2025/NĐ-CP.",
        "The thresholds of these indicators are not held: employment, dependents in the household, nutrition, health insurance, adult education, children's schooling, housing quality, floor area per person, internet and digital services, water, sanitary toilet, waste treatment.",
        recognition.en,
      ],
    ],
    [
      "an annual income of three persons, a dong over the line",
      () => fromFacts({ ...deprivedIn(3), annualIncomeVnd: 54_000_001 }),
      [
        "Theo Chuẩn nghèo đa chiều 2022–2025 (Nghị định 07/2021/NĐ-CP), hộ này là hộ có mức sống trung bình.",
        "Tổng thu nhập 12 tháng của hộ 3 người là 54.000.001 đồng; so với mức của khu vực nông thôn: cao hơn 1.500.000 đồng/người/tháng, tức 54.000.000 đồng cho 3 người trong 12 tháng và không vượt quá 2.250.000 đồng/người/tháng, tức 81.000.000 đồng cho 3 người trong 12 tháng.",
        "Số chỉ số thiếu hụt: 3 trên 12:",
        "- Diện tích nhà ở bình quân đầu người – nhà ở 23,9 m² cho 3 người, dưới 8 m² một người (chỉ số 8 Phụ lục Nghị định 07/2021/NĐ-CP).",
        "- Nguồn nước sinh hoạt – nguồn nước sinh hoạt chính (nước sông, hồ, ao) không hợp vệ sinh (chỉ số 9 Phụ lục Nghị định 07/2021/NĐ-CP).",
        "- Nhà tiêu hợp vệ sinh – hộ không dùng nhà tiêu hợp vệ sinh (loại đang dùng: hố không có bệ) (chỉ số 10 Phụ lục Nghị định 07/2021/NĐ-CP).",
        "Căn cứ: điểm c khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP; điểm a khoản 1 Điều 3 Nghị định 07/2021/NĐ-CP.",
        "Chưa có nguồn, phải đối chiếu với văn bản chính thức: chuẩn hộ có mức sống trung bình; chỉ số Nhà tiêu hợp vệ sinh.",
        pointsDecide.vi,
        recognition.vi,
      ],
      [
        "By the multidimensional poverty standard of 2022–2025 (Decree 07/2021/NĐ-CP) this is a household of average living standard.",
        "The household of 3 earned 54,000,001 VND in 12 months; against the line of rural areas: over 1,500,000 VND per person per month, which is 54,000,000 VND for 3 in 12 months and not over 2,250,000 VND per person per month, which is 81,000,000 VND for 3 in 12 months.",
        "Deprived indicators: 3 of 12:",
        "- floor area per person – 23.9 m² of floor for 3 person(s) is less than 8 m² each (Appendix, indicator 8, Decree 07/2021/NĐ-CP).",
        "- water – the main source of water (surface water) is not a clean one (Appendix, indicator 9, Decree 07/2021/NĐ-CP).",
        "- sanitary toilet – the household has no sanitary toilet (it uses: open pit) (Appendix, indicator 10, Decree 07/2021/NĐ-CP).",
        "Basis: Article 3(2)(c), Decree 07/2021/NĐ-CP; Article 3(1)(a), Decree 07/2021/NĐ-CP.",
        "No source was read; compare with the official text: the rule for a household of average living standard; the indicator sanitary toilet.",
        pointsDecide.en,
        recognition.en,
      ],
    ],
    [
      "flags have no sentence of a member, and the points are no business of 59/2015",
      () => classifyDeprivations({ residence: "rural", monthlyIncomePerPersonVnd: 800_000, deprivations: { medicalCare: true, telecom: true } }, { standard: decision59 }),
      [
        "Theo Chuẩn nghèo tiếp cận đa chiều 2016–2020 (Quyết định 59/2015/QĐ-TTg), chưa xác định được diện của hộ; còn có thể là hộ nghèo hoặc hộ cận nghèo.",
        "Thu nhập bình quân là 800.000 đồng/người/tháng; so với mức của khu vực nông thôn: cao hơn 700.000 đồng/người/tháng và không vượt quá 1.000.000 đồng/người/tháng.",
        "Số chỉ số thiếu hụt: 2–10 trên 10:",
        "- Tiếp cận dịch vụ y tế (chỉ số 1 Quyết định 59/2015/QĐ-TTg).",
        "- Sử dụng dịch vụ viễn thông (chỉ số 9 Quyết định 59/2015/QĐ-TTg).",
        "Để xác định còn thiếu thông tin:",
        "- Bảo hiểm y tế.",
        "- Trình độ giáo dục của người lớn.",
        "- Tình trạng đi học của trẻ em.",
        "- Chất lượng nhà ở.",
        "- Diện tích nhà ở bình quân đầu người.",
        "- Nguồn nước sinh hoạt.",
        "- Hố xí/nhà tiêu hợp vệ sinh.",
        "- Tài sản phục vụ tiếp cận thông tin.",
        "Căn cứ: Quyết định 59/2015/QĐ-TTg; Điều 1 Quyết định 59/2015/QĐ-TTg.",
        recognition.vi,
      ],
      [
        "By the multidimensional poverty standard of 2016–2020 (Decision 59/2015/QĐ-TTg) the class cannot be told yet; it may be a poor household or near-poor household.",
        "Income is 800,000 VND per person per month; against the line of rural areas: over 700,000 VND per person per month and not over 1,000,000 VND per person per month.",
        "Deprived indicators: 2–10 of 10:",
        "- access to medical care (indicator 1, Decision 59/2015/QĐ-TTg).",
        "- telecommunication services (indicator 9, Decision 59/2015/QĐ-TTg).",
        "To tell the class, this is still missing:",
        "- health insurance.",
        "- adult education.",
        "- children's schooling.",
        "- housing quality.",
        "- floor area per person.",
        "- water.",
        "- sanitary toilet.",
        "- means of information.",
        "Basis: Decision 59/2015/QĐ-TTg; Article 1, Decision 59/2015/QĐ-TTg.",
        recognition.en,
      ],
    ],
  ])("%s", (_why, found, vi, en) => {
    expect(explain(found(), { locale: "vi" }).split("\n")).toEqual(vi);
    expect(explain(found(), { locale: "en" }).split("\n")).toEqual(en);
  });

  /** The lines of the deprivations alone, without the provision. */
  const reasons = (household: Household, standard: typeof decree07, locale: Locale): readonly string[] =>
    explain(fromFacts(household, standard), { locale }).split("\n").filter((line) => line.startsWith("- ")).map((line) => line.replace(/ \([^()]*\)\.$/, ""));

  it.each<readonly [why: string, household: Household, standard: typeof decree07, vi: string, en: string]>([
    [
      "several members are joined", { ...atEase, members: [{ ...adult, jobless: true }, { ...adult, wageWorkWithoutContract: true }, { ...adult, bornOn: "1990", jobless: true }] }, decree07,
      "- Việc làm – thành viên thứ 1 (sinh 20/05/1985), thành viên thứ 2 (sinh 20/05/1985) và thành viên thứ 3 (sinh 1990), từ đủ 15 tuổi: không có việc làm hoặc làm công ăn lương không có hợp đồng lao động",
      "- employment – member 1 (born 1985-05-20), member 2 (born 1985-05-20) and member 3 (born 1990), aged 15 or over: jobless or wage work without a contract",
    ],
    [
      "dependents are named", { ...atEase, members: [adult, child, { ...adult, bornOn: null, monthlySocialAllowance: "disabled" }] }, decree07,
      "- Người phụ thuộc trong hộ gia đình – người phụ thuộc (thành viên thứ 2 (sinh 05/09/2013) và thành viên thứ 3) chiếm trên 50% số thành viên của hộ",
      "- dependents in the household – dependents (member 2 (born 2013-09-05) and member 3) are more than half of the household",
    ],
    [
      "malnutrition", { ...atEase, members: [adult, { ...child, stunted: true, underweight: true }] }, decree07,
      "- Dinh dưỡng – thành viên thứ 2 (sinh 05/09/2013), dưới 16 tuổi: suy dinh dưỡng chiều cao theo tuổi hoặc suy dinh dưỡng cân nặng theo tuổi",
      "- nutrition – member 2 (born 2013-09-05), under 16: stunted or underweight",
    ],
    [
      "schooling of the young adult", { ...atEase, members: [{ ...adult, bornOn: "2003-01-01", completed: "primary" }, adult] }, decree07,
      "- Trình độ giáo dục của người lớn – thành viên thứ 1 (sinh 01/01/2003), từ 16 đến 30 tuổi, không theo học và chưa hoàn thành bậc học theo độ tuổi, cũng chưa được đào tạo nghề có công nhận",
      "- adult education – member 1 (born 2003-01-01), aged 16 to 30, neither attends nor has completed the schooling for the age and has no certified training",
    ],
    [
      "schooling of the child", { ...atEase, members: [adult, { ...child, attending: "none" }] }, decree07,
      "- Tình trạng đi học của trẻ em – thành viên thứ 2 (sinh 05/09/2013), từ 3 đến dưới 16 tuổi, không học đúng cấp theo độ tuổi",
      "- children's schooling – member 2 (born 2013-09-05), aged 3 to 15, does not attend the level for the age",
    ],
    [
      "telecom", { ...atEase, members: [{ ...adult, usesInternet: false }] }, decree07,
      "- Sử dụng dịch vụ viễn thông – không thành viên nào của hộ sử dụng dịch vụ internet",
      "- telecommunication services – no member of the household uses the internet",
    ],
    [
      "means of information", { ...atEase, hasTelevision: false, hasTelephone: false, hasSmartphone: false }, decree07,
      "- Phương tiện phục vụ tiếp cận thông tin – hộ không có ti vi, radio, điện thoại hoặc máy tính nào",
      "- means of information – the household has no television, radio, telephone or computer of any kind",
    ],
    [
      "59/2015: the grade of the house", { ...atEase, houseGrade: "temporary" }, decision59,
      "- Chất lượng nhà ở – nhà ở thuộc loại đơn sơ",
      "- housing quality – the house is temporary",
    ],
    [
      "59/2015: care", { ...atEase, members: [{ ...adult, wentWithoutCare: true }] }, decision59,
      "- Tiếp cận dịch vụ y tế – thành viên thứ 1 (sinh 20/05/1985) bị ốm, chấn thương mà không được khám chữa bệnh",
      "- access to medical care – member 1 (born 1985-05-20) was ill or injured and went without care",
    ],
    [
      "59/2015: schooling", { ...atEase, members: [{ ...adult, bornOn: "1986-01-01", completed: "none" }] }, decision59,
      "- Trình độ giáo dục của người lớn – thành viên thứ 1 (sinh 01/01/1986), từ đủ 15 tuổi và sinh từ năm 1986, chưa tốt nghiệp trung học cơ sở và hiện không đi học",
      "- adult education – member 1 (born 1986-01-01), aged 15 or over and born in 1986 or later, has not completed lower secondary school and attends no school",
    ],
    [
      "59/2015: the child", { ...atEase, members: [adult, { ...child, attending: "none" }] }, decision59,
      "- Tình trạng đi học của trẻ em – thành viên thứ 2 (sinh 05/09/2013), từ 5 đến 14 tuổi, hiện không đi học",
      "- children's schooling – member 2 (born 2013-09-05), aged 5 to 14, attends no school",
    ],
    [
      "59/2015: telecom", { ...atEase, members: [{ ...adult, usesInternet: false, usesPhoneSubscription: false }] }, decision59,
      "- Sử dụng dịch vụ viễn thông – không thành viên nào sử dụng thuê bao điện thoại hoặc internet",
      "- telecommunication services – no member uses a telephone subscription or the internet",
    ],
    [
      "59/2015: information", { ...atEase, hasTelevision: false, hearsLoudspeaker: false }, decision59,
      "- Tài sản phục vụ tiếp cận thông tin – hộ không có ti vi, radio, máy tính và không nghe được loa truyền thanh",
      "- means of information – the household has no television, radio or computer and cannot hear the village loudspeaker",
    ],
  ])("the reason of one indicator: %s", (_why, household, standard, vi, en) => {
    const facts = { ...household, monthlyIncomePerPersonVnd: 100_000 };
    expect(reasons(facts, standard, "vi")).toEqual([vi]);
    expect(reasons(facts, standard, "en")).toEqual([en]);
  });

  it.each([
    [-1_500_000, "-1.500.000", "-1,500,000"],
    ["-0", "0", "0"],
    [-0, "0", "0"],
    [0.1, "0,1", "0.1"],
    ["0.0000001", "0,0000001", "0.0000001"],
    [1e-7, "0,0000001", "0.0000001"],
    ["1234567890123456789012.5", "1.234.567.890.123.456.789.012,5", "1,234,567,890,123,456,789,012.5"],
  ])("income %s is written %s and %s", (monthlyIncomePerPersonVnd, vi, en) => {
    const found = fromFacts({ ...atEase, monthlyIncomePerPersonVnd });
    expect(explain(found, { locale: "vi" }).split("\n")[1]).toContain(`Thu nhập bình quân là ${vi} đồng/người/tháng;`);
    expect(explain(found, { locale: "en" }).split("\n")[1]).toContain(`Income is ${en} VND per person per month;`);
  });

  it.each([
    [1e-7, "0,0000001", "0.0000001"],
    ["7.50", "7,5", "7.5"],
    [-0, "0", "0"],
    [7, "7", "7"],
  ])("floor area %s is written %s and %s", (floorAreaM2, vi, en) => {
    const found = fromFacts({ ...atEase, floorAreaM2, monthlyIncomePerPersonVnd: 1 });
    expect(explain(found, { locale: "vi" })).toContain(`nhà ở ${vi} m² cho 3 người`);
    expect(explain(found, { locale: "en" })).toContain(`${en} m² of floor for 3 person(s)`);
  });
});

describe("every explanation", () => {
  const locales: readonly Locale[] = ["vi", "en"];

  function expectReadable(found: Classification): void {
    for (const locale of locales) {
      const text = explain(found, { locale });
      for (const trace of ["undefined", "null", "NaN", "[object", "{", "}", "()", "  ", " ;", ": ;", ": .", "; .", "–  "]) expect(text).not.toContain(trace);
      expect(text).toBe(text.normalize("NFC"));
      for (const line of text.split("\n")) expect(line).toMatch(/^\S.*[.:]$/u);
      expect(text.split("\n").at(-1)).toBe(recognition[locale]);
      // No word of the other language's frame.
      expect(text.includes("Theo ")).toBe(locale === "vi");
      expect(text.includes("By the ")).toBe(locale === "en");
      expect(text).not.toMatch(/036099001234|secret-member|Nguyễn/);
    }
  }

  it("is whole sentences in one language, and never names an id", () => {
    const marked = (household: Household): Household => ({
      ...household, id: "036099001234", meta: { name: "Nguyễn Văn An" }, areaCode: "036099001234",
      ...(household.members ? { members: household.members.map((member, index) => ({ ...member, id: `secret-member-${index}` })) } : {}),
    });
    fc.assert(
      fc.property(reviewedHouseholds(), fc.constantFrom(...standards), ({ household, on }, standard) => {
        expectReadable(classify(marked(household), { standard, on }));
        expectReadable(assess(marked(household), { standard, on }));
      }),
      { numRuns: 300, seed: 51 },
    );
    fc.assert(fc.property(fc.constantFrom(...standards).chain((standard) => recordedDeprivations(standard).map((record) => ({ standard, record }))), ({ standard, record }) => {
      expectReadable(classifyDeprivations({ ...record, id: "036099001234" }, { standard }));
    }), { numRuns: 200, seed: 52 });
    fc.assert(fc.property(recordedPoints, (record) => { expectReadable(classifyPoints({ ...record, id: "036099001234" }, { standard: decree07 })); }), { numRuns: 100, seed: 53 });
  });

  it("in Vietnamese keeps its diacritics in one composed form", () => {
    const text = explain(fromFacts({ ...deprivedIn(4), monthlyIncomePerPersonVnd: 1 }), { locale: "vi" });
    expect(text).toBe(text.normalize("NFC"));
    expect(text).not.toBe(text.normalize("NFD"));
    for (const word of ["hộ nghèo", "thiếu hụt", "Nghị định", "Chủ tịch Ủy ban nhân dân", "bảo hiểm y tế"]) expect(text).toContain(word);
    expect(text).not.toMatch(/[?\uFFFD]/u);
  });

  it("is the same for a classification and an assessment", () => {
    const household = { ...deprivedIn(3), monthlyIncomePerPersonVnd: 1_500_000 };
    for (const locale of locales)
      expect(explain(assess(household, { standard: decree07, on: reviewDay }), { locale })).toBe(explain(classify(household, { standard: decree07, on: reviewDay }), { locale }));
  });

  it.each<readonly [why: string, call: () => unknown, path: string | null]>([
    ["a copy has lost what it was decided from", () => explain({ ...fromFacts(atEase) }, { locale: "vi" }), null],
    ["so has its JSON", () => explain(JSON.parse(JSON.stringify(fromFacts(atEase))) as Classification, { locale: "vi" }), null],
    ["null", () => explain(null as unknown as Classification, { locale: "vi" }), null],
    ["a household is no classification", () => explain(atEase as unknown as Classification, { locale: "vi" }), null],
    ["another language", () => explain(fromFacts(atEase), { locale: "fr" as Locale }), "locale"],
    ["no language is never assumed", () => explain(fromFacts(atEase), {} as { locale: Locale }), "locale"],
  ])("is refused for what it cannot tell: %s", (_why, call, path) => {
    expect(refusal(call)).toMatchObject({ code: "chuan-ngheo/invalid-input", path });
  });
});
