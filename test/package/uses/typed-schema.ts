import { classify, standardById, type Household } from "chuan-ngheo";
import { householdSchema } from "chuan-ngheo/schema";

const household: Household = householdSchema().parse({});
export default classify(household, { standard: standardById("vn/decree-07-2021"), on: "2023-12-14" });
