import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { defineConfig, type Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

// The configurations run side by side, so none may clean what another has written.
rmSync("dist", { recursive: true, force: true });

const entries = { index: "src/index.ts", schema: "src/schema.ts", forms: "src/forms.ts", audit: "src/audit.ts", columns: "src/columns.ts", sql: "src/sql.ts" };

const shared: Options = {
  target: "es2022",
  platform: "node",
  removeNodeProtocol: false,
  clean: false,
  // dist stays readable, so no source maps are shipped.
  minify: false,
  sourcemap: false,
  // Vietnamese stays readable, and is not swollen by escapes.
  esbuildOptions: (options) => {
    options.charset = "utf8";
  },
};

export default defineConfig([
  {
    // One file for each source, so that a bundler leaves out what a program does not use.
    ...shared,
    name: "esm",
    entry: ["src/**/*.ts", "!src/cli/**"],
    format: "esm",
    splitting: false,
    dts: { entry: entries },
    esbuildPlugins: [fileByFile()],
    onSuccess: writeData,
  },
  {
    ...shared,
    name: "cli",
    entry: { cli: "src/cli/main.ts" },
    format: "esm",
    splitting: false,
    esbuildPlugins: [fileByFile("cli")],
    onSuccess: checkShebang,
  },
  { ...shared, name: "cjs", entry: entries, format: "cjs", dts: { entry: entries } },
]);

/** Leaves imports between sources as they are; only the files of one room, and JSON, are bundled. */
function fileByFile(bundledRoom?: string): Plugin {
  return {
    name: "file-by-file",
    setup(build) {
      build.onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, importer }) => {
        const source = relative("src", resolve(dirname(importer), path)).split(sep).join("/");
        if (bundledRoom === undefined) return { path, external: true };
        return source.startsWith(`${bundledRoom}/`) ? undefined : { path: `./${source}`, external: true };
      });
    },
  };
}

/** The data files of the package; whatever is missing fails the build. */
async function writeData(): Promise<void> {
  mkdirSync("dist/schemas", { recursive: true });
  copyFileSync("test/conformance/vectors.json", "dist/vectors.json");

  const built = (await import(new URL("dist/schema.js", import.meta.url).href)) as { jsonSchemas?: () => object };
  const schemas: [string, unknown][] = Object.entries(built.jsonSchemas?.() ?? {});
  if (schemas.length === 0) throw new Error("src/schema.ts exports no jsonSchemas()");
  for (const [stem, schema] of schemas) {
    writeFileSync(`dist/schemas/${stem}.json`, `${JSON.stringify(schema, null, 2)}\n`);
  }
}

function checkShebang(): Promise<void> {
  if (readFileSync("dist/cli.js", "utf8").startsWith("#!/usr/bin/env node\n")) return Promise.resolve();
  return Promise.reject(new Error("src/cli/main.ts must start with #!/usr/bin/env node"));
}
