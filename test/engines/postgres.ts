import { execFile, execFileSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { withCsv, type ColumnType, type SqlEngine, type Table } from "../sql/engine.js";

const bin = "/usr/lib/postgresql/15/bin";
const types: Readonly<Record<ColumnType, string>> = {
  id: "BIGINT", text: "TEXT", boolean: "BOOLEAN", persons: "NUMERIC(18, 2)", money: "NUMERIC", area: "NUMERIC", date: "DATE",
};
// Signs that no value holds.
const [field, record, nothing] = ["\u001f", "\u001e", "\u0001"];

/** A port of the loopback that nobody uses now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** PostgreSQL 15 on the loopback, with a folder and a port of its own; it does not run as root. */
export async function postgres(): Promise<SqlEngine> {
  const folder = mkdtempSync(join(tmpdir(), "chuan-ngheo-postgres-"));
  const isRoot = process.getuid?.() === 0;
  const [uid, gid] = isRoot ? ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }))) : [undefined, undefined];
  if (isRoot) chownSync(folder, uid!, gid!);
  const own = isRoot ? { uid: uid!, gid: gid! } : {};
  const port = await freePort();
  const data = join(folder, "data");
  const start = (command: string, ...args: string[]): void => {
    execFileSync(join(bin, command), args, { ...own, cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  };
  start("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c shared_buffers=256MB -c work_mem=64MB`;
  start("pg_ctl", "-D", data, "-l", join(folder, "log"), "-o", options, "-w", "start");
  const stop = (): void => {
    start("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
    rmSync(folder, { recursive: true });
  };
  process.once("exit", stop);

  const psql = ["-h", "127.0.0.1", "-p", String(port), "-U", "postgres", "-X", "-q", "-v", "ON_ERROR_STOP=1"];
  const run = async (sql: string, ...args: string[]): Promise<string> => {
    const child = promisify(execFile)(join(bin, "psql"), [...psql, ...args, "-f", "-"], { encoding: "utf8", maxBuffer: 2 ** 30 });
    child.child.stdin!.end(sql);
    return (await child).stdout;
  };
  return {
    dialect: "postgres",
    view: async (name, sql) => {
      await run(`SET client_min_messages = warning; DROP VIEW IF EXISTS ${name}; CREATE VIEW ${name} AS ${sql};`);
    },
    load: (table: Table) =>
      withCsv(table, async (path) => {
        const columns = table.columns.map(([name, type]) => `"${name}" ${types[type]}`);
        await run(`SET client_min_messages = warning; DROP TABLE IF EXISTS ${table.name} CASCADE; CREATE TABLE ${table.name} (${columns.join(", ")});\n\\copy ${table.name} FROM '${path}' WITH (FORMAT csv, HEADER)\nANALYZE ${table.name};`);
      }),
    rows: async (sql) => {
      const text = await run(sql, "-A", "-t", "-F", field, "-R", record, "-P", `null=${nothing}`);
      const value = (cell: string): string | null => (cell === nothing ? null : cell === "t" ? "true" : cell === "f" ? "false" : cell);
      return text === "" ? [] : text.replace(/\n$/, "").split(record).map((row) => row.split(field).map(value));
    },
    close: () => {
      process.removeListener("exit", stop);
      stop();
      return Promise.resolve();
    },
  };
}

