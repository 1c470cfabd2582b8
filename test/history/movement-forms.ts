import { expect } from "vitest";
import type { AreaMovements, MovementLine, MovementTable } from "../../src/forms.js";

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Columns 1 to 9 as a list. */
export const columnsOf = ({ columns }: MovementLine): readonly (number | null)[] => numbers.map((number) => columns[number]);

/** The line as text, for tables typed by hand: `7 2 1 1 2 1 1 1 8`, `-` for a count that is not known. */
export const lineText = (line: MovementLine): string => columnsOf(line).map((count) => count ?? "-").join(" ");

/** The four lines of a row: form 2 households and persons, form 3 households and persons. */
export const fourLines = ({ form2, form3 }: AreaMovements): readonly string[] =>
  [form2.households, form2.persons, form3.households, form3.persons].map(lineText);

/** What every line must meet whose counts are known. */
function expectLineToClose({ columns, entered, relapsed, newlyArising, unexplained }: MovementLine): void {
  const [one, two, three, four, five, eight, nine] = [columns[1], columns[2], columns[3], columns[4], columns[5], columns[8], columns[9]].map((count) => count!);
  expect(nine).toBe(one! - two! - three! - four! + five! + entered! + eight! - unexplained!);
  const undetermined = relapsed!.high - relapsed!.low;
  expect(newlyArising!.high - newlyArising!.low).toBe(undetermined);
  expect(entered).toBe(relapsed!.low + newlyArising!.high);
  expect([columns[6], columns[7]]).toEqual(undetermined > 0 ? [null, null] : [relapsed!.low, newlyArising!.low]);
  expect([one, two, three, four, five, eight, nine, unexplained, relapsed!.low, newlyArising!.low].every((count) => Number.isSafeInteger(count) && count! >= 0)).toBe(true);
}

function expectTableToClose({ households, persons, open }: MovementTable): void {
  expectLineToClose(households);
  expectLineToClose(persons);
  expect(open).toBe(households.unexplained! > 0);
  expect(persons.unexplained! > 0).toBe(open);
}

/** What every row must meet, all of whose sizes are known: the forms close, and they agree, in households and persons. */
export function expectFormsToCloseAndAgree({ form2, form3, open }: AreaMovements): void {
  expectTableToClose(form2);
  expectTableToClose(form3);
  expect(open).toBe(form2.open || form3.open);
  for (const line of ["households", "persons"] as const) {
    expect(form2[line].columns[2]).toBe(form3[line].columns[5]);
    expect(form2[line].columns[5]).toBe(form3[line].columns[3]);
  }
}
