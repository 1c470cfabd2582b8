/**
 * The name of a fact as CSV files and databases write it: `floorAreaM2` is `floor_area_m2`.
 *
 * @param name - In camelCase.
 */
export function columnName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
