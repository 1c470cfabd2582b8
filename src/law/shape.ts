import { PovertyStandardError } from "../core/errors.js";
import { isObject } from "../core/is-object.js";
import { isWhole } from "../core/is-whole.js";
import { shownKey } from "../core/kind-of.js";
import { dayNumber } from "../core/plain-date.js";

/** Refuses a value that is not of the shape. */
export type Shape = (value: unknown, path: string) => void;

/**
 * Refuses a standard in which something does not hold.
 *
 * @param holds - Whether it holds.
 * @param expected - What was expected.
 * @param path - Where in the standard; empty where the whole is meant.
 * @throws {@link PovertyStandardError} `invalid-standard` when it does not hold.
 */
export function expectInStandard(holds: boolean, expected: string, path: string): asserts holds {
  if (!holds) throw new PovertyStandardError("invalid-standard", `expected ${expected}`, path === "" ? null : path);
}

/** What fits. */
export const that = (expected: string, fits: (value: unknown) => boolean): Shape => (value, path) => {
  expectInStandard(fits(value), expected, path);
};
/** One of some words. */
export const oneOf = (words: readonly unknown[]): Shape => that(`one of ${words.join(", ")}`, (value) => words.includes(value));
/** A whole number from a least one on. */
export const whole = (least: number): Shape => that(`a whole number, ${least} or more`, (value) => isWhole(value, least));
/** A day. */
export const day: Shape = (value, path) => {
  expectInStandard(dayNumber(value) !== null, "a day of the calendar, YYYY-MM-DD", path);
};
/** A shape, or `null`. */
export const orNull = (shape: Shape): Shape => (value, path) => {
  if (value !== null) shape(value, path);
};
/** A shape, or nothing at all. */
export const optional = (shape: Shape): Shape => (value, path) => {
  if (value !== undefined) shape(value, path);
};
/** A list of a shape. */
export const list = (shape: Shape): Shape => (value, path) => {
  expectInStandard(Array.isArray(value), "a list", path);
  [...(value as readonly unknown[])].forEach((each, index) => shape(each, `${path}[${index}]`));
};
/** An object with these keys and no others. */
export const record = (places: Readonly<Record<string, Shape>>): Shape => (value, path) => {
  expectInStandard(isObject(value), "an object", path);
  // A misspelt key of the law must not be lost.
  for (const key of Object.keys(value))
    if (!Object.hasOwn(places, key)) throw new PovertyStandardError("invalid-standard", `a key ${shownKey(key)} is not known here`, path === "" ? null : path);
  for (const [key, shape] of Object.entries(places)) shape(value[key], path === "" ? key : `${path}.${key}`);
};
