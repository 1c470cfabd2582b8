// Draws the charts of the founding case: npm run build && node examples/charts/charts.mjs

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fileNames, readCity } from "../ha-tinh-2023/lib/read-city.mjs";
import { cityResults } from "../ha-tinh-2023/lib/results.mjs";
import { foundingCharts } from "./founding-charts.mjs";

const data = new URL("../ha-tinh-2023/", import.meta.url);
const city = readCity(Object.fromEntries(fileNames.map((name) => [name, readFileSync(new URL(name, data), "utf8")])));
const folder = new URL("out/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, svg] of Object.entries(foundingCharts(city, cityResults(city)))) {
  const file = new URL(name, folder);
  writeFileSync(file, svg);
  console.log(fileURLToPath(file));
}
