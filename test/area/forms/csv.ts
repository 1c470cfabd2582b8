import Papa from "papaparse";

/** The records of a CSV text, read by another program than the one that wrote it. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true, delimiter: "," });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return data;
}
