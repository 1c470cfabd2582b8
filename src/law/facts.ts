import type { LocalizedText } from "../core/text.js";

/** A fact that is true, false or not known. */
export interface BooleanFact {
  /** Its type. */
  readonly type: "boolean";
  /** What it is called. */
  readonly label: LocalizedText;
  /** What an enumerator asks. */
  readonly question: LocalizedText;
}

/** A fact that is one of some words. */
export interface EnumFact<Value extends string = string> {
  /** Its type. */
  readonly type: "enum";
  /** What it is called. */
  readonly label: LocalizedText;
  /** What an enumerator asks. */
  readonly question: LocalizedText;
  /** Each word with what it is called. */
  readonly values: Readonly<Record<Value, LocalizedText>>;
}

/** A fact that is a number, 0 or more. */
export interface NumberFact {
  /** Its type. */
  readonly type: "number";
  /** What it is called. */
  readonly label: LocalizedText;
  /** What an enumerator asks. */
  readonly question: LocalizedText;
  /** Its unit. */
  readonly unit: string;
}

/** A birth: a day, or only its month or year. */
export interface BirthFact {
  /** Its type. */
  readonly type: "birth";
  /** What it is called. */
  readonly label: LocalizedText;
  /** What an enumerator asks. */
  readonly question: LocalizedText;
}

/** One recordable fact of the catalogue. */
export type Fact = BooleanFact | EnumFact | NumberFact | BirthFact;

const text = (vi: string, en: string): LocalizedText => ({ vi, en });
const yesNo = (vi: string, en: string, askVi: string, askEn: string): BooleanFact => ({ type: "boolean", label: { vi, en }, question: { vi: askVi, en: askEn } });
const enumFact = <const Values extends Readonly<Record<string, LocalizedText>>>(
  vi: string, en: string, askVi: string, askEn: string, values: Values,
): EnumFact<keyof Values & string> => ({ type: "enum", label: { vi, en }, question: { vi: askVi, en: askEn }, values });

const schooling = {
  primary: text("tiểu học", "primary"),
  "lower-secondary": text("trung học cơ sở", "lower secondary"),
  "upper-secondary": text("trung học phổ thông", "upper secondary"),
  vocational: text("giáo dục nghề nghiệp", "vocational"),
  higher: text("đại học trở lên", "higher"),
} as const;

/** Every fact that can be recorded of a household, once: types, checks, schemas and column names derive from it. */
export const householdFacts = {
  floorAreaM2: {
    type: "number", unit: "m²", label: text("diện tích nhà ở", "floor area"),
    question: text("Tổng diện tích nhà ở của hộ là bao nhiêu m²?", "What is the floor area of the dwelling, in m²?"),
  } as NumberFact,
  wallDurable: yesNo("tường bền chắc", "durable walls", "Tường hoặc bao che làm bằng vật liệu bền chắc?", "Are the walls of durable material?"),
  pillarDurable: yesNo("cột trụ bền chắc", "durable pillars", "Cột, trụ hoặc tường chịu lực làm bằng vật liệu bền chắc?", "Are the pillars of durable material?"),
  roofDurable: yesNo("mái bền chắc", "durable roof", "Mái làm bằng vật liệu bền chắc?", "Is the roof of durable material?"),
  houseGrade: enumFact("loại nhà", "grade of the house", "Nhà ở thuộc loại nào?", "Of which grade is the house?", {
    solid: text("kiên cố", "solid"),
    "semi-solid": text("bán kiên cố", "semi-solid"),
    "semi-temporary": text("thiếu kiên cố", "semi-temporary"),
    temporary: text("đơn sơ", "temporary"),
  }),
  waterSource: enumFact("nguồn nước sinh hoạt", "water source", "Nguồn nước chính để ăn uống, sinh hoạt?", "What is the main source of water?", {
    tap: text("nước máy", "tap water"),
    "drilled-well": text("giếng khoan", "drilled well"),
    "protected-dug-well": text("giếng đào được bảo vệ", "protected dug well"),
    "protected-spring": text("nước khe, mó được bảo vệ", "protected spring"),
    rainwater: text("nước mưa", "rainwater"),
    bottled: text("nước đóng chai, bình", "bottled water"),
    "unprotected-well": text("giếng đào không được bảo vệ", "unprotected well"),
    "unprotected-spring": text("nước khe, mó không được bảo vệ", "unprotected spring"),
    "surface-water": text("nước sông, hồ, ao", "surface water"),
    other: text("nguồn khác", "another source"),
  }),
  toiletType: enumFact("loại nhà tiêu", "toilet", "Hộ dùng loại nhà tiêu nào?", "Which toilet does the household use?", {
    septic: text("tự hoại", "septic tank"),
    "semi-septic": text("bán tự hoại", "semi-septic tank"),
    "pour-flush": text("thấm dội nước", "pour-flush"),
    "improved-ventilated-pit": text("cải tiến có ống thông hơi", "improved ventilated pit"),
    "double-vault": text("hai ngăn", "double vault"),
    "pit-with-slab": text("hố có bệ", "pit with slab"),
    "open-pit": text("hố không có bệ", "open pit"),
    none: text("không có nhà tiêu", "none"),
    other: text("loại khác", "another kind"),
  }),
  hasTelevision: yesNo("có ti vi", "has a television", "Hộ có ti vi không?", "Does the household have a television?"),
  hasRadio: yesNo("có radio", "has a radio", "Hộ có radio không?", "Does the household have a radio?"),
  hasDesktopComputer: yesNo("có máy tính để bàn", "has a desktop computer", "Hộ có máy tính để bàn không?", "Does the household have a desktop computer?"),
  hasTelephone: yesNo("có điện thoại", "has a telephone", "Hộ có điện thoại không?", "Does the household have a telephone?"),
  hasLaptop: yesNo("có máy tính xách tay", "has a laptop", "Hộ có máy tính xách tay không?", "Does the household have a laptop?"),
  hasTablet: yesNo("có máy tính bảng", "has a tablet", "Hộ có máy tính bảng không?", "Does the household have a tablet?"),
  hasSmartphone: yesNo("có điện thoại thông minh", "has a smartphone", "Hộ có điện thoại thông minh không?", "Does the household have a smartphone?"),
  hearsLoudspeaker: yesNo("nghe được loa truyền thanh", "hears the loudspeaker", "Hộ nghe được hệ thống loa truyền thanh của thôn, xã không?", "Can the household hear the village loudspeaker?"),
} as const;

/** Every fact that can be recorded of a member of a household, once. */
export const memberFacts = {
  bornOn: {
    type: "birth", label: text("ngày sinh", "birth"),
    question: text("Sinh ngày nào (hoặc tháng, năm nào)?", "Born on which day (or in which month or year)?"),
  } as BirthFact,
  jobless: yesNo("không có việc làm", "jobless", "Có khả năng và muốn làm việc mà không tìm được việc làm?", "Able and willing to work, and finds none?"),
  wageWorkWithoutContract: yesNo("làm công ăn lương không có hợp đồng lao động", "wage work without a contract", "Làm công ăn lương mà không có hợp đồng lao động?", "Works for a wage without a contract?"),
  monthlySocialAllowance: enumFact("trợ cấp xã hội hằng tháng", "monthly social allowance", "Đang hưởng trợ cấp xã hội hằng tháng diện nào?", "Which monthly social allowance is received?", {
    none: text("không hưởng", "none"),
    elderly: text("người cao tuổi", "as an elderly person"),
    disabled: text("người khuyết tật", "as a disabled person"),
    other: text("diện khác", "on other grounds"),
  }),
  stunted: yesNo("suy dinh dưỡng chiều cao theo tuổi", "stunted", "Suy dinh dưỡng chiều cao theo tuổi?", "Too short for the age?"),
  underweight: yesNo("suy dinh dưỡng cân nặng theo tuổi", "underweight", "Suy dinh dưỡng cân nặng theo tuổi?", "Too light for the age?"),
  hasHealthInsurance: yesNo("có bảo hiểm y tế", "has health insurance", "Hiện có bảo hiểm y tế không?", "Has health insurance now?"),
  attending: enumFact("đang học", "attends", "Đang học cấp nào?", "Which level is attended?", {
    none: text("không đi học", "nothing"), preschool: text("mầm non", "preschool"), ...schooling,
  }),
  completed: enumFact("đã học xong", "completed", "Đã học xong cấp nào?", "Which level has been completed?", { none: text("chưa xong cấp nào", "nothing"), ...schooling }),
  certifiedOnTheJobTraining: yesNo(
    "được doanh nghiệp đào tạo và công nhận tay nghề", "certified training on the job",
    "Được đào tạo tại nơi làm việc và có chứng nhận?", "Trained on the job and certified?",
  ),
  usesInternet: yesNo("sử dụng internet", "uses the internet", "Có sử dụng internet không?", "Uses the internet?"),
  usesPhoneSubscription: yesNo("sử dụng thuê bao điện thoại", "uses a telephone subscription", "Có sử dụng thuê bao điện thoại không?", "Uses a telephone subscription?"),
  wentWithoutCare: yesNo("ốm đau, chấn thương mà không được khám chữa bệnh", "ill or injured without care", "Bị ốm, chấn thương đến mức phải nghỉ việc, nghỉ học hoặc nằm một chỗ mà không được khám chữa bệnh?", "Ill or injured (bed-ridden, or off work or school) and went without care?"),
} as const;

/** Name of a fact of a household. */
export type HouseholdFactName = keyof typeof householdFacts;
/** Name of a fact of a member. */
export type MemberFactName = keyof typeof memberFacts;
/** Name of a fact. */
export type FactName = HouseholdFactName | MemberFactName;

/** Every fact of the catalogue by its name. */
export type FactCatalogue = typeof householdFacts & typeof memberFacts;
/** Names of the facts of one type. */
export type FactNameOfType<Type extends Fact["type"]> = { [Name in FactName]: FactCatalogue[Name]["type"] extends Type ? Name : never }[FactName];

/** What may stand for a fact of a type in the input; `null` and an absent key both mean that it is not known. */
export type FactValue<F> = F extends BooleanFact ? boolean : F extends EnumFact<infer Value> ? Value : F extends NumberFact ? number | string : string;

/** The facts of a household, each of which may be missing. */
export type RecordedHouseholdFacts = { readonly [Name in HouseholdFactName]?: FactValue<(typeof householdFacts)[Name]> | null | undefined };
/** The facts of a member, each of which may be missing. */
export type RecordedMemberFacts = { readonly [Name in MemberFactName]?: FactValue<(typeof memberFacts)[Name]> | null | undefined };

/**
 * A fact of the catalogue by its name.
 *
 * @param name - As in {@link householdFacts} or {@link memberFacts}.
 */
export function factByName(name: FactName): Fact {
  return name in householdFacts ? householdFacts[name as HouseholdFactName] : memberFacts[name as MemberFactName];
}
