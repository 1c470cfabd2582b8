// As it is for Deno, and for a bundler that makes a file for browsers.
import * as main from "chuan-ngheo";
import * as audit from "chuan-ngheo/audit";
import * as columns from "chuan-ngheo/columns";
import * as forms from "chuan-ngheo/forms";
import * as schema from "chuan-ngheo/schema";
import * as sql from "chuan-ngheo/sql";
import vectors from "chuan-ngheo/vectors.json" with { type: "json" };
import { answers } from "./answers.mjs";

console.log(JSON.stringify(answers({ main, schema, forms, audit, columns, sql }, vectors)));
