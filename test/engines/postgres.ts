import { execFile, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, mkdtempSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { withCsv, type ColumnType, type SqlEngine, type Table } from "../sql/engine.js";

/** Where Debian puts the programs of PostgreSQL 15. */
export const postgresBin = "/usr/lib/postgresql/15/bin";
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

/** A server of PostgreSQL. */
export interface PostgresServer {
  readonly port: number;
  /** Stops it and removes its folder. */
  readonly stop: () => Promise<void>;
}

// The server ends with its standard input: also where the tests are killed none is left behind, and no folder.
const guardian = '"$1/postgres" "${@:3}" < /dev/null & cat > /dev/null; kill -QUIT $!; wait; cd /; rm -rf "$2"';

/** PostgreSQL 15 on the loopback, with a folder and a port of its own; it does not run as root. */
export async function postgresServer(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "chuan-ngheo-postgres-"));
  const isRoot = process.getuid?.() === 0;
  const [uid, gid] = isRoot ? ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }))) : [undefined, undefined];
  if (isRoot) chownSync(folder, uid!, gid!);
  const own = { ...(isRoot ? { uid: uid!, gid: gid! } : {}), cwd: folder };
  const port = await freePort();
  const data = join(folder, "data");
  execFileSync(join(postgresBin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], { ...own, stdio: ["ignore", "ignore", "inherit"] });
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "shared_buffers=256MB", "work_mem=64MB"];
  const args = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const child = spawn("bash", ["-c", guardian, "bash", postgresBin, folder, ...args], { ...own, stdio: ["pipe", "ignore", "ignore"], detached: true });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = (): Promise<void> => {
    child.stdin.end();
    return ended;
  };
  for (let tries = 0; spawnSync(join(postgresBin, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", String(port)]).status !== 0; tries++) {
    if (tries === 300) {
      await stop();
      throw new Error("PostgreSQL did not start");
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { port, stop };
}

/** PostgreSQL as an engine. */
export async function postgres(): Promise<SqlEngine> {
  const { port, stop } = await postgresServer();
  const psql = ["-h", "127.0.0.1", "-p", String(port), "-U", "postgres", "-X", "-q", "-v", "ON_ERROR_STOP=1"];
  const run = async (sql: string, ...args: string[]): Promise<string> => {
    const child = promisify(execFile)(join(postgresBin, "psql"), [...psql, ...args, "-f", "-"], { encoding: "utf8", maxBuffer: 2 ** 30 });
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
    close: stop,
  };
}
