import { createRequire } from "node:module";
import * as main from "chuan-ngheo";
import * as audit from "chuan-ngheo/audit";
import * as columns from "chuan-ngheo/columns";
import * as forms from "chuan-ngheo/forms";
import * as schema from "chuan-ngheo/schema";
import * as sql from "chuan-ngheo/sql";
import { answers } from "./answers.mjs";

// Node 20 imports JSON only with a warning.
const vectors = createRequire(import.meta.url)("chuan-ngheo/vectors.json");
console.log(JSON.stringify(answers({ main, schema, forms, audit, columns, sql }, vectors)));
