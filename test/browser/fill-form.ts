import type { Page } from "playwright-core";

type Fields = Readonly<Record<string, unknown>>;

/**
 * Fills the form of the page with a record, as somebody who reads the labels would.
 *
 * @param page - The page, with the standard and the route chosen.
 * @param record - As the library takes it, its days as `YYYY-MM-DD`.
 */
export async function fillForm(page: Page, record: Fields): Promise<void> {
  const { residence, persons, members = [], deprivations = {}, deprivationCount, annualIncomeVnd, monthlyIncomePerPersonVnd, ...rest } = record as Fields & { readonly members?: readonly Fields[]; readonly deprivations?: Fields };
  if (residence !== undefined) await choose(page, "residence", text(residence));
  const count = persons ?? (members.length === 0 ? undefined : members.length);
  if (count !== undefined) await page.fill('input[data-path="persons"]', text(count));
  for (const [path, value] of Object.entries({ annualIncomeVnd, monthlyIncomePerPersonVnd })) {
    if (value === undefined) continue;
    await choose(page, "incomeKind", path);
    await page.fill(`input[data-path="${path}"][type="text"]`, text(value));
  }
  if (deprivationCount !== undefined) {
    const [least, most] = Array.isArray(deprivationCount) ? (deprivationCount as readonly number[]) : [deprivationCount, deprivationCount];
    await page.fill('[data-path="deprivationCount"]', text(least));
    await page.fill('[data-path="deprivationCount.most"]', text(most));
  }
  for (const [id, flag] of Object.entries(deprivations)) await setField(page, `deprivations.${id}`, flag);
  for (const [name, value] of Object.entries(rest)) await setField(page, name, value);
  for (const [index, member] of members.entries()) for (const [name, value] of Object.entries(member)) await setField(page, `members[${index}].${name}`, value);
}

/** Chooses one of the words that stand side by side. */
export async function choose(page: Page, path: string, word: string): Promise<void> {
  await page.check(`input[data-path="${path}"][value="${word}"]`);
}

async function setField(page: Page, path: string, value: unknown): Promise<void> {
  const first = page.locator(`[data-path="${path}"]`).first();
  const type = await first.getAttribute("type");
  // A list to choose from has no type.
  if (type === null) await first.selectOption(text(value));
  else if (type === "radio") await choose(page, path, text(value));
  else await first.fill(text(value));
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
