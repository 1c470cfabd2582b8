import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const browserGlobals = Object.fromEntries(
  ["document", "window", "location", "history", "localStorage", "sessionStorage", "indexedDB", "URLSearchParams", "Event", "CSS", "Element", "Text", "MutationObserver", "innerWidth", "axe"].map((name) => [name, "readonly"]),
);
const nodeGlobals = { console: "readonly", process: "readonly", URL: "readonly", Buffer: "readonly" };

export default defineConfig(
  // What is typed by the installed package is checked where it is installed.
  { ignores: ["dist/", "docs/_site/", "node_modules/", "test/package/uses/*.ts"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "no-restricted-exports": [
        "error",
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } },
      ],
    },
  },
  {
    // Tests say what they know by `!`: a wrong guess fails there and then.
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: { globals: nodeGlobals },
  },
  {
    // What runs on the page to try the library.
    files: ["docs/playground/*.mjs", "test/browser/in-page.mjs"],
    ignores: ["docs/playground/build.mjs"],
    languageOptions: { globals: browserGlobals },
  },
  {
    files: ["**/*.cjs"],
    languageOptions: { sourceType: "commonjs", globals: { ...nodeGlobals, require: "readonly" } },
  },
);
