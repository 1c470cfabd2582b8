import { describe, expect, it } from "vitest";
import type { OfficialForm } from "../../src/forms.js";
import { areaRates } from "../../src/index.js";
import { officialForm } from "../../src/forms.js";

interface Cell { readonly type: unknown; readonly value: unknown; readonly format?: string }
interface Example {
  readonly sheetOf: (form: OfficialForm) => { readonly data: readonly (readonly (Cell | null)[])[]; readonly sheet: string };
  readonly workbook: () => { readonly toBuffer: () => Promise<Uint8Array> };
}

// The examples are plain JavaScript.
const { sheetOf, workbook } = (await import(new URL("../../examples/forms-to-xlsx/forms-to-xlsx.mjs", import.meta.url).href)) as Example;

describe("the forms as an Excel file", () => {
  const areas = [{ code: "1", name: "=HYPERLINK(1)", level: "commune" }];
  const form = officialForm(1, { areas, rates: areaRates([{ areaCode: "1", class: "poor", persons: 3 }], { areas, residents: [{ areaCode: "1", households: 164 }] }) });

  it("keeps a hostile name as text, counts and rates as numbers, and blanks blank", () => {
    const { data, sheet } = sheetOf(form);
    const row = data[3] ?? [];
    expect(sheet).toBe("Biểu 1");
    expect(row[1]).toMatchObject({ type: String, value: "=HYPERLINK(1)" });
    expect(row[4]).toMatchObject({ type: Number, value: 1 });
    expect(row[5]).toMatchObject({ type: Number, value: 1 / 164, format: "0.00%" });
    expect(row[3]).toBeNull();
  });

  it("is written as a workbook", async () => {
    const bytes = await workbook().toBuffer();
    // An .xlsx file is a ZIP archive, which begins with "PK".
    expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
  });
});
