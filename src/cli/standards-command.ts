import { groupedNumber } from "../core/text.js";
import type { Citation, Provenance } from "../law/citation.js";
import { fingerprint } from "../law/fingerprint.js";
import { standards } from "../law/registry.js";
import { standardTables, type Standard } from "../law/standard.js";
import type { Residence } from "../law/tiling.js";
import type { Arguments } from "./arguments.js";
import type { Command, Run } from "./command.js";
import { textTable } from "./text-table.js";

const legend = `Income lines are in VND per person per month. Values are counted by how surely they are known: read in the official text,
reported by a source that quotes it, or unverified (compare with the text before relying on it).`;

const details = "--json: each standard as data, one a line, with its fingerprint and the citation of every value.";

/** Lists the standards that are held. */
export const standardsCommand: Command = {
  name: "standards",
  summary: "the standards that are held, from when to when, how sure",
  options: [{ name: "json", value: null, summary: "prints the standards themselves, as JSON Lines" }],
  takesFile: false,
  details,
  run: listStandards,
};

function listStandards({ options }: Arguments, { output }: Run): Promise<void> {
  if (options.has("json")) for (const standard of standards) output.write(`${JSON.stringify({ ...standard, fingerprint: fingerprint(standard) })}\n`);
  else output.write(`${standardsTable(standards)}\n\n${legend}\n`);
  return Promise.resolve();
}

/**
 * The standards as a table for people.
 *
 * @param held - The standards.
 */
function standardsTable(held: readonly Standard[]): string {
  return textTable(
    [
      ["id", "document", "from", "to", "rural lines", "urban lines", "indicators", "text", "reported", "unverified"],
      ...held.map((standard) => {
        const count = provenanceCounts(standard);
        return [
          standard.id, standard.document.number, standard.inForce[0]?.from ?? "", standard.inForce.at(-1)?.to ?? "",
          linesText(standard, "rural"), linesText(standard, "urban"), String(standard.indicators.length),
          String(count.text), String(count.reported), String(count.unverified),
        ];
      }),
    ],
    6,
  );
}

function linesText(standard: Standard, residence: Residence): string {
  const { statedLines } = standardTables(standard).byResidence[residence];
  return statedLines.map(({ amount, per }) => `${groupedNumber(amount, "en")}${per === "year" ? " a year" : ""}`).join(" / ");
}

/** How many values of a standard are known how surely; one that stands in several places is one. */
function provenanceCounts(standard: Standard): Record<Provenance, number> {
  const cited = new Map<string, Provenance>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { citation } = value as { readonly citation?: Citation };
    if (citation !== undefined) cited.set(JSON.stringify(value), citation.provenance);
    Object.values(value).forEach(visit);
  };
  visit(standard);
  const count = (provenance: Provenance): number => [...cited.values()].filter((each) => each === provenance).length;
  return { text: count("text"), reported: count("reported"), unverified: count("unverified") };
}
