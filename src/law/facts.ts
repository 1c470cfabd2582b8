import { bilingual, type LocalizedText } from "../core/text.js";

/** A fact that is true, false or not known. */
export interface BooleanFact {
  /** Its type. */
  readonly type: "boolean";
  /** What it is called. */
  readonly label: LocalizedText;
}

/** A fact that is one of some words. */
export interface EnumFact<Value extends string = string> {
  /** Its type. */
  readonly type: "enum";
  /** What it is called. */
  readonly label: LocalizedText;
  /** Each word with what it is called. */
  readonly values: Readonly<Record<Value, LocalizedText>>;
}

/** A fact that is a number, 0 or more. */
export interface NumberFact {
  /** Its type. */
  readonly type: "number";
  /** What it is called. */
  readonly label: LocalizedText;
  /** Its unit. */
  readonly unit: string;
}

/** A birth: a day, or only its month or year. */
export interface BirthFact {
  /** Its type. */
  readonly type: "birth";
  /** What it is called. */
  readonly label: LocalizedText;
}

/** One recordable fact of the catalogue. */
export type Fact = BooleanFact | EnumFact | NumberFact | BirthFact;

const yesNo = (vi: string, en: string): BooleanFact => ({ type: "boolean", label: bilingual(vi, en) });
const enumFact = <const Values extends Readonly<Record<string, LocalizedText>>>(
  vi: string, en: string, values: Values,
): EnumFact<keyof Values & string> => ({ type: "enum", label: bilingual(vi, en), values });

const schooling = {
  primary: bilingual("tiểu học", "primary"),
  "lower-secondary": bilingual("trung học cơ sở", "lower secondary"),
  "upper-secondary": bilingual("trung học phổ thông", "upper secondary"),
  vocational: bilingual("giáo dục nghề nghiệp", "vocational"),
  higher: bilingual("đại học trở lên", "higher"),
} as const;

/** Every fact that can be recorded of a household, once: types, checks, schemas and column names derive from it. */
export const householdFacts = {
  floorAreaM2: { type: "number", unit: "m²", label: bilingual("diện tích nhà ở", "floor area") } as NumberFact,
  wallDurable: yesNo("tường bền chắc", "durable walls"),
  pillarDurable: yesNo("cột trụ bền chắc", "durable pillars"),
  roofDurable: yesNo("mái bền chắc", "durable roof"),
  houseGrade: enumFact("loại nhà", "grade of the house", {
    solid: bilingual("kiên cố", "solid"),
    "semi-solid": bilingual("bán kiên cố", "semi-solid"),
    "semi-temporary": bilingual("thiếu kiên cố", "semi-temporary"),
    temporary: bilingual("đơn sơ", "temporary"),
  }),
  waterSource: enumFact("nguồn nước sinh hoạt", "water source", {
    tap: bilingual("nước máy", "tap water"),
    "drilled-well": bilingual("giếng khoan", "drilled well"),
    "protected-dug-well": bilingual("giếng đào được bảo vệ", "protected dug well"),
    "protected-spring": bilingual("nước khe, mó được bảo vệ", "protected spring"),
    rainwater: bilingual("nước mưa", "rainwater"),
    bottled: bilingual("nước đóng chai, bình", "bottled water"),
    "unprotected-well": bilingual("giếng đào không được bảo vệ", "unprotected well"),
    "unprotected-spring": bilingual("nước khe, mó không được bảo vệ", "unprotected spring"),
    "surface-water": bilingual("nước sông, hồ, ao", "surface water"),
    other: bilingual("nguồn khác", "another source"),
  }),
  toiletType: enumFact("loại nhà tiêu", "toilet", {
    septic: bilingual("tự hoại", "septic tank"),
    "semi-septic": bilingual("bán tự hoại", "semi-septic tank"),
    "pour-flush": bilingual("thấm dội nước", "pour-flush"),
    "improved-ventilated-pit": bilingual("cải tiến có ống thông hơi", "improved ventilated pit"),
    "double-vault": bilingual("hai ngăn", "double vault"),
    "pit-with-slab": bilingual("hố có bệ", "pit with slab"),
    "open-pit": bilingual("hố không có bệ", "open pit"),
    none: bilingual("không có nhà tiêu", "none"),
    other: bilingual("loại khác", "another kind"),
  }),
  hasTelevision: yesNo("có ti vi", "has a television"),
  hasRadio: yesNo("có radio", "has a radio"),
  hasDesktopComputer: yesNo("có máy tính để bàn", "has a desktop computer"),
  hasTelephone: yesNo("có điện thoại", "has a telephone"),
  hasLaptop: yesNo("có máy tính xách tay", "has a laptop"),
  hasTablet: yesNo("có máy tính bảng", "has a tablet"),
  hasSmartphone: yesNo("có điện thoại thông minh", "has a smartphone"),
  hearsLoudspeaker: yesNo("nghe được loa truyền thanh", "hears the loudspeaker"),
} as const;

/** Every fact that can be recorded of a member of a household, once. */
export const memberFacts = {
  bornOn: { type: "birth", label: bilingual("ngày sinh", "birth") } as BirthFact,
  jobless: yesNo("không có việc làm", "jobless"),
  wageWorkWithoutContract: yesNo("làm công ăn lương không có hợp đồng lao động", "wage work without a contract"),
  monthlySocialAllowance: enumFact("trợ cấp xã hội hằng tháng", "monthly social allowance", {
    none: bilingual("không hưởng", "none"),
    elderly: bilingual("người cao tuổi", "as an elderly person"),
    disabled: bilingual("người khuyết tật", "as a disabled person"),
    other: bilingual("diện khác", "on other grounds"),
  }),
  stunted: yesNo("suy dinh dưỡng chiều cao theo tuổi", "stunted"),
  underweight: yesNo("suy dinh dưỡng cân nặng theo tuổi", "underweight"),
  hasHealthInsurance: yesNo("có bảo hiểm y tế", "has health insurance"),
  attending: enumFact("đang học", "attends", {
    none: bilingual("không đi học", "nothing"), preschool: bilingual("mầm non", "preschool"), ...schooling,
  }),
  completed: enumFact("đã học xong", "completed", { none: bilingual("chưa xong cấp nào", "nothing"), ...schooling }),
  certifiedOnTheJobTraining: yesNo("được doanh nghiệp đào tạo và công nhận tay nghề", "certified training on the job"),
  usesInternet: yesNo("sử dụng internet", "uses the internet"),
  usesPhoneSubscription: yesNo("sử dụng thuê bao điện thoại", "uses a telephone subscription"),
  wentWithoutCare: yesNo("ốm đau, chấn thương mà không được khám chữa bệnh", "ill or injured without care"),
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
