// Writes the CSV files of this folder anew: node examples/ha-tinh-2023/generate.mjs

import { writeFileSync } from "node:fs";
import { syntheticCity } from "./lib/synthetic-city.mjs";

for (const [name, text] of Object.entries(syntheticCity())) writeFileSync(new URL(name, import.meta.url), text);
