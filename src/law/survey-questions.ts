import type { LocalizedText } from "../core/text.js";
import type { FactName } from "./facts.js";

/**
 * What an enumerator asks for each fact of the catalogue. Kept apart from the catalogue, so that a program which only
 * decides does not carry it; the type makes sure that no fact is left out.
 */
export const surveyQuestions: Readonly<Record<FactName, LocalizedText>> = {
  floorAreaM2: { vi: "Tổng diện tích nhà ở của hộ là bao nhiêu m²?", en: "What is the floor area of the dwelling, in m²?" },
  wallDurable: { vi: "Tường hoặc bao che làm bằng vật liệu bền chắc?", en: "Are the walls of durable material?" },
  pillarDurable: { vi: "Cột, trụ hoặc tường chịu lực làm bằng vật liệu bền chắc?", en: "Are the pillars of durable material?" },
  roofDurable: { vi: "Mái làm bằng vật liệu bền chắc?", en: "Is the roof of durable material?" },
  houseGrade: { vi: "Nhà ở thuộc loại nào?", en: "Of which grade is the house?" },
  waterSource: { vi: "Nguồn nước chính để ăn uống, sinh hoạt?", en: "What is the main source of water?" },
  toiletType: { vi: "Hộ dùng loại nhà tiêu nào?", en: "Which toilet does the household use?" },
  hasTelevision: { vi: "Hộ có ti vi không?", en: "Does the household have a television?" },
  hasRadio: { vi: "Hộ có radio không?", en: "Does the household have a radio?" },
  hasDesktopComputer: { vi: "Hộ có máy tính để bàn không?", en: "Does the household have a desktop computer?" },
  hasTelephone: { vi: "Hộ có điện thoại không?", en: "Does the household have a telephone?" },
  hasLaptop: { vi: "Hộ có máy tính xách tay không?", en: "Does the household have a laptop?" },
  hasTablet: { vi: "Hộ có máy tính bảng không?", en: "Does the household have a tablet?" },
  hasSmartphone: { vi: "Hộ có điện thoại thông minh không?", en: "Does the household have a smartphone?" },
  hearsLoudspeaker: { vi: "Hộ nghe được hệ thống loa truyền thanh của thôn, xã không?", en: "Can the household hear the village loudspeaker?" },
  bornOn: { vi: "Sinh ngày nào (hoặc tháng, năm nào)?", en: "Born on which day (or in which month or year)?" },
  jobless: { vi: "Có khả năng và muốn làm việc mà không tìm được việc làm?", en: "Able and willing to work, and finds none?" },
  wageWorkWithoutContract: { vi: "Làm công ăn lương mà không có hợp đồng lao động?", en: "Works for a wage without a contract?" },
  monthlySocialAllowance: { vi: "Đang hưởng trợ cấp xã hội hằng tháng diện nào?", en: "Which monthly social allowance is received?" },
  stunted: { vi: "Suy dinh dưỡng chiều cao theo tuổi?", en: "Too short for the age?" },
  underweight: { vi: "Suy dinh dưỡng cân nặng theo tuổi?", en: "Too light for the age?" },
  hasHealthInsurance: { vi: "Hiện có bảo hiểm y tế không?", en: "Has health insurance now?" },
  attending: { vi: "Đang học cấp nào?", en: "Which level is attended?" },
  completed: { vi: "Đã học xong cấp nào?", en: "Which level has been completed?" },
  certifiedOnTheJobTraining: { vi: "Được đào tạo tại nơi làm việc và có chứng nhận?", en: "Trained on the job and certified?" },
  usesInternet: { vi: "Có sử dụng internet không?", en: "Uses the internet?" },
  usesPhoneSubscription: { vi: "Có sử dụng thuê bao điện thoại không?", en: "Uses a telephone subscription?" },
  wentWithoutCare: { vi: "Bị ốm, chấn thương đến mức phải nghỉ việc, nghỉ học hoặc nằm một chỗ mà không được khám chữa bệnh?", en: "Ill or injured (bed-ridden, or off work or school) and went without care?" },
};
