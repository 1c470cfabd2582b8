import { checkedRecord, placed } from "../core/checked-record.js";
import { columnName } from "../core/column-name.js";
import { quotedName, quotedTable, type SqlDialect } from "./dialect.js";

/**
 * Names of columns by what they hold: a name as it stands in the table, `null` where the table has no such column, and
 * then nothing is known of it. What is missing here has the name in snake_case.
 */
export type ColumnNames<Key extends string> = Readonly<Partial<Record<Key, string | null | undefined>>>;

/**
 * A column in quotes, behind the alias of its table; `null` where the table has none.
 *
 * @param key - What the column holds.
 * @param alias - The alias of the table.
 */
export type ColumnOf<Key extends string> = (key: Key, alias: string) => string | null;

/** A table that is read, with the columns that it has. */
export interface SourceTable<Key extends string> {
  /** Its name in quotes. */
  readonly name: string;
  /** Its columns. */
  readonly column: ColumnOf<Key>;
}

/** Reads the names of the tables and columns that a caller gave. */
export class SourceNames {
  readonly #dialect: SqlDialect;
  readonly #tables: Readonly<Record<string, unknown>>;
  readonly #columns: Readonly<Record<string, unknown>>;

  /**
   * @param dialect - The dialect.
   * @param tables - Names of the tables, as they came.
   * @param columns - Names of the columns by table, as they came.
   * @param known - The tables that are read.
   * @param groups - The groups in which columns are named; the tables unless told.
   * @throws {@link PovertyStandardError} `invalid-input` for another table.
   */
  constructor(dialect: SqlDialect, tables: unknown, columns: unknown, known: readonly string[], groups: readonly string[] = known) {
    this.#dialect = dialect;
    this.#tables = recordAt(tables, known, "table", "tables");
    this.#columns = recordAt(columns, groups, "table", "columns");
  }

  /**
   * Whether the caller named a table.
   *
   * @param table - The table.
   */
  isNamed(table: string): boolean {
    return this.#tables[table] !== undefined && this.#tables[table] !== null;
  }

  /**
   * A table with its columns.
   *
   * @param table - What it is called unless the caller named it.
   * @param keys - What its columns can hold.
   * @param optional - The columns that it has only where the caller names them.
   * @param needed - The columns without which there is no answer.
   * @throws {@link PovertyStandardError} `invalid-input` for a name that cannot be one and for an unknown column.
   */
  table<Key extends string>(table: string, keys: readonly Key[], optional: readonly Key[], needed: readonly Key[]): SourceTable<Key> {
    return {
      name: quotedTable(this.#tables[table] ?? table, this.#dialect, `tables.${table}`),
      column: this.columns(table, keys, optional, needed),
    };
  }

  /**
   * A group of columns.
   *
   * @param group - What it is called.
   * @param keys - What its columns can hold.
   * @param optional - The columns that there are only where the caller names them.
   * @param needed - The columns without which there is no answer.
   * @param nameOf - The name of a column unless the caller names it.
   * @throws {@link PovertyStandardError} `invalid-input` for a name that cannot be one and for an unknown column.
   */
  columns<Key extends string>(
    group: string, keys: readonly Key[], optional: readonly Key[], needed: readonly Key[], nameOf: (key: Key) => string = columnName,
  ): ColumnOf<Key> {
    const path = `columns.${group}`;
    const given = recordAt(this.#columns[group], keys, `column of ${group}`, path);
    const quoted = new Map<Key, string>();
    for (const key of keys) {
      const name = Object.hasOwn(given, key) ? given[key] : undefined;
      const isAbsent = (name === null && !needed.includes(key)) || (name === undefined && optional.includes(key));
      if (!isAbsent) quoted.set(key, quotedName(name === undefined ? nameOf(key) : name, this.#dialect, `${path}.${key}`));
    }
    return (key, alias) => {
      const name = quoted.get(key);
      return name === undefined ? null : `${alias}.${name}`;
    };
  }
}

function recordAt(value: unknown, keys: readonly string[], what: string, path: string): Readonly<Record<string, unknown>> {
  try {
    return checkedRecord(value ?? {}, new Set(keys), what);
  } catch (error) {
    throw placed(error, path);
  }
}
