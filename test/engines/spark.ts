import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { withCsv, type ColumnType, type SqlEngine } from "../sql/engine.js";

const python = fileURLToPath(new URL("../../node_modules/.cache/chuan-ngheo/spark/bin/python", import.meta.url));
const types: Readonly<Record<ColumnType, string>> = {
  id: "BIGINT", text: "STRING", boolean: "BOOLEAN", persons: "DECIMAL(18, 2)", money: "DECIMAL(38, 20)", area: "DECIMAL(38, 20)", date: "DATE",
};

/** Spark in local mode, with ANSI errors or without. */
export function spark(isAnsi: boolean): Promise<SqlEngine> {
  const child = spawn(python, [fileURLToPath(new URL("spark.py", import.meta.url)), String(isAnsi)], { stdio: ["pipe", "pipe", "ignore"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = new Promise<never>((_, reject) => child.once("error", reject));
  failed.catch(() => undefined);
  const ask = async (request: object): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const line = (await Promise.race([lines.next(), failed])) as IteratorResult<string, undefined>;
    if (line.value === undefined) throw new Error("Spark ended");
    const { answer, error } = JSON.parse(line.value) as { readonly answer?: unknown; readonly error?: string };
    if (error !== undefined) throw new Error(error);
    return answer;
  };
  return Promise.resolve({
    dialect: "spark",
    view: async (name, sql) => {
      await ask({ kind: "view", name, sql });
    },
    load: async (table) => {
      const columns = table.columns.map(([name, type]) => `CAST(\`${name}\` AS ${types[type]}) AS \`${name}\``);
      await withCsv(table, (path) => ask({ kind: "load", name: table.name, path, columns }));
    },
    rows: async (sql) => (await ask({ kind: "rows", sql })) as readonly (readonly (string | null)[])[],
    close: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.stdin.end();
      await ended;
    },
  });
}
