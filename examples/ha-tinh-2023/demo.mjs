// Hà Tĩnh city, end of 2023, from raw facts to the published rates: npm run demo

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { auditToHtml } from "chuan-ngheo/audit";
import { formToHtml } from "chuan-ngheo/forms";
import { consoleReport, formSubtitle } from "./lib/console-report.mjs";
import { publishedClaims } from "./lib/published.mjs";
import { fileNames, readCity } from "./lib/read-city.mjs";
import { reportPage } from "./lib/report-page.mjs";
import { cityResults } from "./lib/results.mjs";

const texts = Object.fromEntries(fileNames.map((name) => [name, readFileSync(new URL(name, import.meta.url), "utf8")]));
const results = cityResults(readCity(texts));
console.log(consoleReport(results));

const pages = {
  "report.html": reportPage(results),
  "audit.html": auditToHtml([{ claims: publishedClaims, audit: results.audit, repairs: null }], { locale: "vi" }),
  ...Object.fromEntries(results.forms.map((form) => [`form-${form.number}.html`, formToHtml(form, { locale: "vi", subtitle: formSubtitle })])),
};
const folder = new URL("out/", import.meta.url);
mkdirSync(folder, { recursive: true });
console.log("\nTrang báo cáo và các biểu · The page and the forms:");
for (const [name, html] of Object.entries(pages)) {
  const file = new URL(name, folder);
  writeFileSync(file, html);
  console.log(`  ${relative(process.cwd(), fileURLToPath(file))}`);
}

if (!results.checks.every(({ holds }) => holds)) {
  console.error("Kết quả không khớp với số công bố · What came out is not what was published");
  process.exitCode = 1;
}
