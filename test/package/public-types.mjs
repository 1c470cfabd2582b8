// The public types of each entry, recorded so that a change of the surface shows in a review.
// npm run public-types compares dist with the record; npm run public-types -- --write renews the record.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";

const root = fileURLToPath(new URL("../..", import.meta.url));
const record = fileURLToPath(new URL("public-types", import.meta.url));
const [flag, ...more] = process.argv.slice(2);
if (more.length > 0 || (flag !== undefined && flag !== "--write")) {
  console.error("expected nothing or --write");
  process.exit(2);
}

const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const entries = Object.values(exports).flatMap((entry) => (entry.import === undefined ? [] : [join(root, entry.import.types)]));
const work = mkdtempSync(join(tmpdir(), "chuan-ngheo-public-types-"));
const quiet = { default: { logLevel: "none" } };
const reports = entries.map((types) => `${basename(types, ".d.ts")}.api.md`);
const told = readdirSync(record).filter((file) => !reports.includes(file)).map((file) => `${file}: recorded, but no entry of the package`);

for (const [index, mainEntryPointFilePath] of entries.entries()) {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath,
      compiler: { overrideTsconfig: { compilerOptions: { module: "nodenext", target: "es2022", strict: true, types: [] }, files: [mainEntryPointFilePath] } },
      apiReport: { enabled: true, reportFileName: reports[index], reportFolder: record, reportTempFolder: work, includeForgottenExports: false },
      newlineKind: "lf",
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { compilerMessageReporting: quiet, extractorMessageReporting: quiet, tsdocMessageReporting: quiet },
    },
    packageJsonFullPath: join(root, "package.json"),
  });
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: flag === "--write",
    messageCallback: (message) => {
      message.handled = message.logLevel !== "error";
    },
  });
  if (!apiReportChanged) continue;
  told.push(`${reports[index]}: ${flag === "--write" ? "written" : "the public types differ from the record"}`);
  if (flag !== "--write") console.error(difference(join(record, reports[index]), join(work, reports[index])));
}
rmSync(work, { recursive: true });

console.log(told.length === 0 ? `The public types of ${entries.length} entries are as recorded.` : told.join("\n"));
if (told.length > 0 && flag !== "--write") {
  console.error("Read the difference; if it is meant, record it: npm run public-types -- --write");
  process.exit(1);
}

/** The lines that only one of two files has. */
function difference(before, after) {
  const [old, now] = [before, after].map((path) => {
    try {
      return readFileSync(path, "utf8").split(/\r?\n/);
    } catch {
      return [];
    }
  });
  return [...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`), ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`)].join("\n");
}
