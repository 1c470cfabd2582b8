// Hà Tĩnh city, end of 2023, from raw facts to the published rates: npm run demo

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { consoleReport } from "./lib/console-report.mjs";
import { fileNames, readCity } from "./lib/read-city.mjs";
import { reportPage } from "./lib/report-page.mjs";
import { cityResults } from "./lib/results.mjs";

const texts = Object.fromEntries(fileNames.map((name) => [name, readFileSync(new URL(name, import.meta.url), "utf8")]));
const results = cityResults(readCity(texts));
console.log(consoleReport(results));

const page = new URL("out/report.html", import.meta.url);
mkdirSync(new URL(".", page), { recursive: true });
writeFileSync(page, reportPage(results));
console.log(`\nTrang báo cáo · The page: ${relative(process.cwd(), fileURLToPath(page))}`);

if (!results.checks.every(({ holds }) => holds)) {
  console.error("Kết quả không khớp với số công bố · What came out is not what was published");
  process.exitCode = 1;
}
