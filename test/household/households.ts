import type { Household, Member } from "../../src/index.js";

/** The review day of most tables. */
export const reviewDay = "2023-12-14";

/** A member of working age who wants for nothing. */
export const adult: Member = {
  bornOn: "1985-05-20", jobless: false, wageWorkWithoutContract: false, monthlySocialAllowance: "none", stunted: false, underweight: false,
  hasHealthInsurance: true, attending: "none", completed: "upper-secondary", certifiedOnTheJobTraining: false, usesInternet: true,
  usesPhoneSubscription: true, wentWithoutCare: false,
};

/** A member of 10 years who wants for nothing. */
export const child: Member = { ...adult, bornOn: "2013-09-05", attending: "primary", completed: "none" };

/** A household of three of which every fact is recorded and that is deprived in nothing, under any standard. */
export const atEase: Household = {
  residence: "rural",
  floorAreaM2: 60, wallDurable: true, pillarDurable: true, roofDurable: true, houseGrade: "solid", waterSource: "tap", toiletType: "septic",
  hasTelevision: true, hasRadio: false, hasDesktopComputer: false, hasTelephone: true, hasLaptop: false, hasTablet: false, hasSmartphone: true,
  hearsLoudspeaker: true,
  members: [adult, adult, child],
};

/** Facts that each deprive {@link atEase} in one more indicator, under Decree 07/2021 and under Decision 59/2015 alike. */
const losses: readonly Partial<Household>[] = [
  { waterSource: "surface-water" },
  { toiletType: "open-pit" },
  { floorAreaM2: "23.9" },
  { members: [{ ...adult, hasHealthInsurance: false }, adult, child] },
];

/** {@link atEase}, deprived in 0 to 4 indicators: water, toilet, floor area, health insurance, in this order. */
export function deprivedIn(count: number): Household {
  return Object.assign({}, atEase, ...losses.slice(0, count)) as Household;
}
